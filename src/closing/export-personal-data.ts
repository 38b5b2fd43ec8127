/** The export of what is stored about a person, in pages of a limited size. */
import type { Person as PersonRow, Prisma } from '../generated/prisma/client.ts';
import { cursorNumber, decodeCursor, encodeCursor } from '../graphql/cursors.ts';
import { limits } from '../limits.ts';
import type { Db } from '../platform/db.ts';
import { isUuid, nilUuid } from '../platform/uuid.ts';
import type { AppServices } from '../services/services.ts';

/** One record of a section, with its position in the section. */
interface PersonalRecord {
  readonly key: RecordKey;
  readonly record: Readonly<Record<string, unknown>>;
}

/** A row id, and for entries of timelines the number of the entry. */
interface RecordKey {
  readonly id: string;
  readonly number: number;
}

interface SectionRequest {
  readonly person: PersonRow & { readonly email: string };
  readonly after: RecordKey;
  readonly take: number;
}

type ReadSection = (db: Db, request: SectionRequest) => Promise<readonly PersonalRecord[]>;

/** A section of rows with an id, in the order of their ids. */
const byId =
  <Row extends { readonly id: string }>(
    read: (
      db: Db,
      request: SectionRequest,
      page: { readonly orderBy: { readonly id: 'asc' }; readonly take: number },
    ) => Promise<readonly Row[]>,
  ): ReadSection =>
  async (db, request) => {
    const rows = await read(db, request, { orderBy: { id: 'asc' }, take: request.take });
    return rows.map((row) => ({ key: { id: row.id, number: 0 }, record: row }));
  };

/** The sections of the export, in the order of its pages. */
const sections: Readonly<Record<string, ReadSection>> = {
  profile: async (_db, { person, after }) => {
    const { id, rightsRevision: _, deletedAt: __, ...profile } = person;
    return after.id === nilUuid ? [{ key: { id, number: 0 }, record: { id, ...profile } }] : [];
  },
  memberships: async (db, { person, after, take }) => {
    const rows = await db.membership.findMany({
      where: { personId: person.id, accountId: { gt: after.id } },
      orderBy: { accountId: 'asc' },
      take,
      select: { accountId: true, role: true, createdAt: true, account: { select: { name: true } } },
    });
    return rows.map(({ account, ...row }) => ({
      key: { id: row.accountId, number: 0 },
      record: { ...row, accountName: account.name },
    }));
  },
  sessions: byId((db, { person, after }, page) =>
    db.session.findMany({
      ...page,
      where: { personId: person.id, id: { gt: after.id } },
      select: { id: true, userAgent: true, createdAt: true, expiresAt: true, revokedAt: true },
    }),
  ),
  signInCodes: byId((db, { person, after }, page) =>
    db.signInCode.findMany({
      ...page,
      where: { email: person.email, id: { gt: after.id } },
      select: { id: true, createdAt: true, expiresAt: true, usedAt: true },
    }),
  ),
  invitations: byId((db, { person, after }, page) =>
    db.invitation.findMany({
      ...page,
      where: { OR: [{ email: person.email }, { invitedById: person.id }], id: { gt: after.id } },
      select: {
        id: true,
        accountId: true,
        email: true,
        role: true,
        invitedById: true,
        createdAt: true,
        expiresAt: true,
        acceptedAt: true,
        withdrawnAt: true,
      },
    }),
  ),
  applicationGrants: byId((db, { person, after }, page) =>
    db.applicationGrant.findMany({
      ...page,
      where: { consentedById: person.id, id: { gt: after.id } },
      select: {
        id: true,
        applicationId: true,
        accountId: true,
        scopes: true,
        createdAt: true,
        expiresAt: true,
        lastUsedAt: true,
        revokedAt: true,
      },
    }),
  ),
  entries: async (db, { person, after, take }) => {
    const beyond: Prisma.LogEntryWhereInput = {
      OR: [{ orderId: { gt: after.id } }, { orderId: after.id, number: { gt: after.number } }],
    };
    const rows = await db.logEntry.findMany({
      where: { AND: [{ personId: person.id }, beyond] },
      orderBy: [{ orderId: 'asc' }, { number: 'asc' }],
      take,
      select: {
        orderId: true,
        number: true,
        type: true,
        at: true,
        role: true,
        input: true,
        message: { select: { text: true, editedAt: true, deletedAt: true } },
      },
    });
    return rows.map((row) => ({ key: { id: row.orderId, number: row.number }, record: row }));
  },
  files: async (db, { person, after, take }) => {
    const rows = await db.entryFile.findMany({
      where: { entry: { personId: person.id }, fileId: { gt: after.id } },
      orderBy: { fileId: 'asc' },
      take,
      select: {
        fileId: true,
        orderId: true,
        number: true,
        file: { select: { name: true, mediaType: true, sizeBytes: true, sha256: true, createdAt: true } },
      },
    });
    return rows.map((row) => ({ key: { id: row.fileId, number: 0 }, record: row }));
  },
  emails: byId((db, { person, after }, page) =>
    db.email.findMany({
      ...page,
      where: { OR: [{ address: person.email }, { personId: person.id }], id: { gt: after.id } },
      select: {
        id: true,
        template: true,
        orderId: true,
        language: true,
        status: true,
        createdAt: true,
        settledAt: true,
      },
    }),
  ),
  reports: byId((db, { person, after }, page) =>
    db.report.findMany({
      ...page,
      where: { reporterId: person.id, id: { gt: after.id } },
      select: { id: true, subjectType: true, subjectId: true, reason: true, text: true, createdAt: true },
    }),
  ),
  auditEntries: byId((db, { person, after }, page) =>
    db.auditEntry.findMany({
      ...page,
      where: { personId: person.id, id: { gt: after.id } },
      select: { id: true, at: true, action: true, subjectType: true, subjectId: true, reason: true },
    }),
  ),
  // At the end: a cursor counts the sections before its place.
  termsAcceptances: byId((db, { person, after }, page) =>
    db.termsAcceptance.findMany({
      ...page,
      where: { personId: person.id, id: { gt: after.id } },
      select: { id: true, version: true, termsUrl: true, privacyUrl: true, acceptedAt: true },
    }),
  ),
  pushSubscriptions: byId((db, { person, after }, page) =>
    db.pushSubscription.findMany({
      ...page,
      where: { personId: person.id, id: { gt: after.id } },
      select: { id: true, sessionId: true, endpoint: true, createdAt: true },
    }),
  ),
};

const names = Object.keys(sections);
const cursorKind = 'pd';
const beginning: RecordKey = { id: nilUuid, number: 0 };

/** A position in the export: after a record of a section. */
export interface ExportPosition {
  readonly section: number;
  readonly after: RecordKey;
}

/** The position of a cursor; undefined if it is not a cursor of an export. */
export function decodeExportCursor(cursor: string): ExportPosition | undefined {
  const [sectionText, id = '', numberText] = decodeCursor(cursorKind, cursor) ?? [];
  const section = cursorNumber(sectionText);
  const number = cursorNumber(numberText);
  if (section === undefined || section >= names.length || !isUuid(id) || number === undefined || number > maxNumber)
    return undefined;
  return { section, after: { id, number } };
}

const maxNumber = 2_147_483_647;

export interface PersonalDataPage {
  /** A JSON document with the records of the page, by section. */
  readonly document: string;
  /** Null if there is nothing after the page. */
  readonly endCursor: string | null;
}

/** Reads a page of what is stored about a person: one statement for each section that it touches. */
export async function exportPersonalData(
  { db }: Pick<AppServices, 'db'>,
  personId: string,
  position: ExportPosition = { section: 0, after: beginning },
): Promise<PersonalDataPage> {
  const person = await db.person.findUniqueOrThrow({ where: { id: personId } });
  const owner = { ...person, email: person.email ?? '' };
  const page: Record<string, unknown[]> = {};
  let remaining: number = limits.personalDataRecords;
  let { section, after } = position;
  for (; section < names.length; section += 1, after = beginning) {
    const name = names[section] ?? '';
    const read = sections[name];
    const records = (await read?.(db, { person: owner, after, take: remaining + 1 })) ?? [];
    const included = records.slice(0, remaining);
    if (included.length > 0) page[name] = included.map(({ record }) => record);
    remaining -= included.length;
    if (records.length > included.length) {
      const last = included.at(-1)?.key ?? after;
      return { document: JSON.stringify(page), endCursor: encodeCursor(cursorKind, [section, last.id, last.number]) };
    }
  }
  return { document: JSON.stringify(page), endCursor: null };
}
