#!/usr/bin/env bash
# libsql 0.5.29: a database opened with `{ readonly: true }` is written to, and `{ fileMustExist: true }`
# makes the file that is missing. Both options are in its own types; neither is read.
#
# Seen: an INSERT through a database opened for reading takes effect, and `database.readonly` says false; a
# wrong path with either option gives an empty database, on the disk at once, without an error. Node's own
# `node:sqlite` (24) refuses both with the same file: "attempt to write a readonly database", "unable to open".
# Why it matters: the package offers itself in place of better-sqlite3, where both are kept. A backup, an
# export or a report that trusts them copies nothing from a mistyped path and calls it done, and a second
# program that was to look only may change what it looks at. Whoever uses it looks for the file first, and
# opens with a URI or a user that may not write.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent libsql@0.5.29
cat >open.mjs <<'JS'
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import Database from 'libsql';

const made = new Database('made.db');
made.exec('create table steps (name text)');
made.close();
const counted = (database) => database.prepare('select count(*) as n from steps').get().n;

const reader = new Database('made.db', { readonly: true });
reader.exec("insert into steps values ('plié')");
console.log(`libsql, readonly: ${counted(reader)} row written, readonly is ${reader.readonly}`);
reader.close();
for (const option of ['readonly', 'fileMustExist']) {
  const file = `missing-${option}.db`;
  new Database(file, { [option]: true }).close();
  console.log(`libsql, ${option}, no file: opened, file there: ${existsSync(file)}`);
}
const tried = (what) => {
  try {
    what();
    return 'done';
  } catch ({ message }) {
    return message;
  }
};
const own = new DatabaseSync('made.db', { readOnly: true });
console.log(`node:sqlite, readOnly: ${tried(() => own.exec("insert into steps values ('plié')"))}`);
console.log(`node:sqlite, readOnly, no file: ${tried(() => new DatabaseSync('none.db', { readOnly: true }))}`);
JS
seen=$(node --no-warnings open.mjs)
echo "$seen"
expect() {
  grep -qF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'libsql, readonly: 1 row written, readonly is false'
expect 'libsql, readonly, no file: opened, file there: true'
expect 'libsql, fileMustExist, no file: opened, file there: true'
expect 'node:sqlite, readOnly: attempt to write a readonly database'
expect 'node:sqlite, readOnly, no file: unable to open'
