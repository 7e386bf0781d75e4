#!/usr/bin/env bash
# libsql 0.5.29: a statement with too few, too many or unknown parameters runs, and so does the first of two
# statements in one text; what is missing is NULL, what is over is dropped.
#
# Seen: `prepare('insert into steps values (?, ?)').run('plié')` writes NULL as the second value; a third
# value is ignored; with names, a key that is misspelt leaves NULL and is itself ignored; of
# `prepare('insert …; insert …').run()` the second insert never runs. No error, no warning, `changes: 1`.
# `pluck()` is there and does nothing: the row comes instead of its first value.
# Why it matters: better-sqlite3, whose interface this is to be a stand-in for, raises an error at each of
# these (RangeError: too few or too many parameter values; "contains more than one statement"), and code that
# was written against it relies on being told. A column that may be NULL loses its value in silence. Whoever
# moves over declares columns NOT NULL, counts parameters, and gives scripts to `exec`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent libsql@0.5.29
cat >bind.mjs <<'JS'
import Database from 'libsql';

const database = new Database(':memory:');
database.exec('create table steps (name text, side text)');
const rows = () => database.prepare('select name, side from steps').raw().all();
const seen = (what, sql, ...values) => {
  const { changes } = database.prepare(sql).run(...values);
  console.log(`${what}: ${changes} change, ${JSON.stringify(rows())}`);
  database.exec('delete from steps');
};
seen('too few', 'insert into steps values (?, ?)', 'plié');
seen('too many', 'insert into steps values (?, ?)', 'plié', 'left', 'again');
seen('misspelt', 'insert into steps values (:name, :side)', { name: 'plié', sied: 'left' });
seen('two in one', "insert into steps values ('plié', 'left'); insert into steps values ('jeté', 'right')");
database.exec("insert into steps values ('plié', 'left')");
const plucked = database.prepare('select name from steps').pluck().get();
console.log(`plucked: ${typeof plucked}, ${plucked.name}`);
JS
seen=$(node bind.mjs)
echo "$seen"
expect() {
  grep -qxF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'too few: 1 change, [["plié",null]]'
expect 'too many: 1 change, [["plié","left"]]'
expect 'misspelt: 1 change, [["plié",null]]'
expect 'two in one: 1 change, [["plié","left"]]'
expect 'plucked: object, plié'
