/** Waline with its SQLite, as its documentation starts it by itself. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../run/freePort.ts';
import { type Contender, textOf } from './contender.ts';

/** Its tables, as its `assets/waline.sqlite` has them: the package comes without that file. */
const TABLES = `
CREATE TABLE "wl_Comment" (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, user_id int DEFAULT NULL, comment text, insertedAt timestamp DEFAULT CURRENT_TIMESTAMP, ip varchar(100) DEFAULT '', link varchar(255) DEFAULT NULL, mail varchar(255) DEFAULT NULL, nick varchar(255) DEFAULT NULL, rid int DEFAULT NULL, pid int DEFAULT NULL, sticky numeric DEFAULT NULL, status varchar(50) NOT NULL DEFAULT '', "like" int DEFAULT NULL, ua text, url varchar(255) DEFAULT NULL, createdAt timestamp DEFAULT CURRENT_TIMESTAMP, updatedAt timestamp DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE "wl_Counter" (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, time int DEFAULT NULL, reaction0 int, reaction1 int, reaction2 int, reaction3 int, reaction4 int, reaction5 int, reaction6 int, reaction7 int, reaction8 int, url varchar(255) NOT NULL DEFAULT '', createdAt timestamp DEFAULT CURRENT_TIMESTAMP, updatedAt timestamp DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE "wl_Users" (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, display_name varchar(255) NOT NULL DEFAULT '', email varchar(255) NOT NULL DEFAULT '', password varchar(255) NOT NULL DEFAULT '', type varchar(50) NOT NULL DEFAULT '', url varchar(255) DEFAULT NULL, avatar varchar(255) DEFAULT NULL, label varchar(255), github varchar(255), twitter varchar(255), facebook varchar(255), google varchar(255), weibo varchar(255), qq varchar(255), oidc varchar(255), "2fa" varchar(32), createdAt timestamp DEFAULT CURRENT_TIMESTAMP, updatedAt timestamp DEFAULT CURRENT_TIMESTAMP);
`;

/** @param folder where \`@waline/vercel\` is installed */
export async function startWaline(folder: string, scratch: string): Promise<Contender> {
  const port = await freePort();
  const data = join(scratch, 'waline');
  mkdirSync(data);
  const file = join(data, 'waline.sqlite');
  const { default: Libsql } = await import('libsql');
  const database = new Libsql(file);
  database.exec(TABLES);
  database.close();
  // It asks a service of its makers before it answers anything; here nobody is far away.
  const signIn = await freePort();
  createServer((_, response) => response.end('{"services":[]}'))
    .listen(signIn, '127.0.0.1')
    .unref();
  const env = {
    ...process.env,
    OAUTH_URL: `http://127.0.0.1:${signIn}`,
    SQLITE_PATH: data,
    SQLITE_DB: 'waline',
    JWT_TOKEN: 'bench',
    // Its limits are off, as ours are for the bench; nothing is approved first.
    IPQPS: '0',
    COMMENT_AUDIT: 'true',
    AKISMET_KEY: 'false',
    DISABLE_USERAGENT: 'true',
    DISABLE_REGION: 'true',
  };
  const vanilla = join(folder, 'node_modules/@waline/vercel/vanilla.js');
  return {
    name: 'Waline',
    port,
    start: () =>
      spawn(process.execPath, [vanilla, String(port)], { env, cwd: folder, stdio: 'ignore' }),
    write: (index) => ({
      path: '/api/comment',
      type: 'application/json',
      body: JSON.stringify({
        comment: textOf(index),
        nick: 'Ada',
        mail: '',
        link: '',
        ua: 'bench',
        url: '/one/',
      }),
    }),
    isAcknowledged: (status, body) => status === 200 && /"errno":0/.test(body),
    read: '/api/comment?path=/one/&pageSize=10&page=1&lang=en&sortBy=insertedAt_desc',
    async kept() {
      const copy = new Libsql(file);
      const rows = copy.prepare('SELECT comment FROM wl_Comment').all() as { comment: string }[];
      copy.close();
      return rows.map(({ comment }) => comment.replace(/<[^>]*>/g, '').trim());
    },
  };
}
