/** The tables, step by step. A step that has been published is never changed: add another. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001': {
    // biome-ignore lint/suspicious/noExplicitAny: tables as they were then, not as they are now
    async up({ schema }: Kysely<any>) {
      await schema
        .createTable('replies')
        .addColumn('id', 'varchar(40)', (column) => column.primaryKey())
        .addColumn('place', 'varchar(200)', (column) => column.notNull())
        .addColumn('parent', 'varchar(40)')
        .addColumn('kind', 'varchar(20)', (column) => column.notNull())
        .addColumn('state', 'varchar(20)', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('site', 'text')
        .addColumn('email', 'text')
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('title', 'text')
        .addColumn('url', 'text')
        .addColumn('target', 'text')
        .addColumn('marks', 'text', (column) => column.notNull())
        .addColumn('writer', 'varchar(100)')
        .addColumn('digest', 'varchar(100)', (column) => column.notNull().unique())
        .addColumn('created', 'bigint', (column) => column.notNull())
        .execute();
      await schema.createIndex('replies_place').on('replies').columns(['place', 'state']).execute();
      await schema
        .createIndex('replies_state')
        .on('replies')
        .columns(['state', 'created'])
        .execute();
      await schema
        .createIndex('replies_writer')
        .on('replies')
        .columns(['writer', 'state'])
        .execute();
      await schema
        .createTable('places')
        .addColumn('place', 'varchar(200)', (column) => column.primaryKey())
        .addColumn('version', 'bigint', (column) => column.notNull())
        .execute();
      await schema
        .createTable('verifications')
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('place', 'varchar(200)', (column) => column.notNull())
        .addColumn('kind', 'varchar(20)', (column) => column.notNull())
        .addColumn('tries', 'integer', (column) => column.notNull())
        .addColumn('due', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('verifications_key', ['source', 'target'])
        .execute();
      await schema.createIndex('verifications_due').on('verifications').column('due').execute();
      await schema
        .createTable('attempts')
        .addColumn('kind', 'varchar(20)', (column) => column.notNull())
        .addColumn('who', 'varchar(100)', (column) => column.notNull())
        .addColumn('place', 'varchar(200)', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
      await schema
        .createIndex('attempts_who')
        .on('attempts')
        .columns(['kind', 'who', 'at'])
        .execute();
      await schema
        .createIndex('attempts_place')
        .on('attempts')
        .columns(['kind', 'place', 'at'])
        .execute();
      await schema
        .createTable('salts')
        .addColumn('day', 'integer', (column) => column.primaryKey())
        .addColumn('salt', 'varchar(100)', (column) => column.notNull())
        .execute();
      await schema
        .createTable('sessions')
        .addColumn('token', 'varchar(100)', (column) => column.primaryKey())
        .addColumn('until', 'bigint', (column) => column.notNull())
        .execute();
      await schema
        .createTable('facts')
        .addColumn('name', 'varchar(40)', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
    },
  },
};
