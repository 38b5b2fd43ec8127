/**
 * The statements of a migration that stop a server of the release before: those that it does not work after, and those that
 * hold a lock for as long as a table is large. Such a server runs beside the new one during an upgrade, and after a rollback.
 */

/** Earlier migrations were written before this rule, and run on empty tables. */
export const firstCheckedMigration = '20261129180000';

interface Rule {
  readonly pattern: RegExp;
  readonly problem: string;
}

/** Statements about tables that the migration does not create itself. The table is the first group. */
const rulesOfTables: readonly Rule[] = [
  {
    pattern: /^create (?:unique )?index (?!concurrently).*? on (?:only )?"?(\w+)/i,
    problem:
      'locks the table while it reads it: use CREATE INDEX CONCURRENTLY IF NOT EXISTS, in a migration of its own',
  },
  {
    pattern:
      /^alter table (?:only )?"?(\w+).*\badd (?:column )?(?:if not exists )?(?!constraint)"?\w+"? [^,]*\bnot null\b(?![^,]*\bdefault\b)/i,
    problem: 'adds a column without a default, which the release before does not write',
  },
  {
    pattern:
      /^alter table (?:only )?"?(\w+).*\b(?:default (?:gen_random_uuid|random|clock_timestamp|nextval)|serial\b|generated always as \()/i,
    problem: 'rewrites the table: add the column without this default, and fill it by a background task',
  },
  {
    pattern: /^alter table (?:only )?"?(\w+).*\balter (?:column )?"?\w+"? (?:set data )?type\b/i,
    problem: 'rewrites the table',
  },
  {
    pattern: /^alter table (?:only )?"?(\w+).*\balter (?:column )?"?\w+"? set not null/i,
    problem:
      'reads the whole table under a lock: add a CHECK constraint NOT VALID, and validate it in a later migration',
  },
  {
    pattern:
      /^alter table (?:only )?"?(\w+).*\badd (?:constraint "?\w+"? )?(?:foreign key|check)\b(?!.*\bnot valid\b)/i,
    problem: 'reads the whole table under a lock: add NOT VALID, and validate the constraint in a later migration',
  },
  {
    pattern:
      /^alter table (?:only )?"?(\w+).*\badd (?:constraint "?\w+"? )?(?:unique|primary key)\b(?!.*\busing index\b)/i,
    problem: 'builds an index under a lock: build it concurrently in a migration before, and add USING INDEX',
  },
  {
    pattern: /^(?:update|delete from) (?:only )?"?(\w+)/i,
    problem: 'changes rows under locks: change them by a background task, in batches',
  },
];

/** Statements after which the release before does not work, unless that release no longer uses what they remove. */
const removals =
  /^drop (?:table|type|function|view|trigger)\b|^alter table .*\b(?:drop (?:column )?(?!constraint|default|not null)|rename\b)|^alter type .*\brename\b/i;

/**
 * The problems of a migration, one line each. The line `-- safe: REASON` above a statement accepts it. A removal is accepted in
 * a migration with the line `-- needs: NAME`, which names the migration of the release that no longer uses what is removed.
 */
export function unsafeStatements(sql: string): string[] {
  const statements = splitStatements(sql);
  const created = new Set(statements.map(({ text }) => /^create table (?:if not exists )?"?(\w+)/i.exec(text)?.[1]));
  const isConcurrent = statements.some(({ text }) => /\bconcurrently\b/i.test(text));
  const problems: string[] = [];
  if (isConcurrent && (statements.length > 1 || !/\bif (?:not )?exists\b/i.test(statements[0]?.text ?? '')))
    problems.push('CONCURRENTLY: it must be the only statement of its migration, with IF NOT EXISTS or IF EXISTS');
  for (const { text, isAccepted } of statements) {
    if (isAccepted) continue;
    const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text;
    for (const { pattern, problem } of rulesOfTables) {
      const table = pattern.exec(text)?.[1];
      if (table && !created.has(table)) problems.push(`${shown}: ${problem}`);
    }
    if (removals.test(text) && !/^-- needs: \w+$/m.test(sql))
      problems.push(
        `${shown}: the release before may use it. State the migration that a server must have: -- needs: NAME`,
      );
  }
  return problems;
}

interface Statement {
  /** On one line, without comments. */
  readonly text: string;
  readonly isAccepted: boolean;
}

/** Splits a script at the semicolons outside of texts, function bodies and comments. */
function splitStatements(sql: string): Statement[] {
  const parts = sql.match(/(?:--[^\n]*|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|[^;])+/g) ?? [];
  return parts
    .map((part) => ({
      text: part
        .replaceAll(/--[^\n]*/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
      isAccepted: /^-- safe: \S/m.test(part),
    }))
    .filter(({ text }) => text !== '');
}
