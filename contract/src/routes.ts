import * as z from 'zod'
import { ACCOUNT_ROUTES } from './account-routes.ts'
import { AGENCY_ROUTES } from './agency-routes.ts'
import { BALLISTIC_ROUTES } from './ballistic-routes.ts'
import { CASE_ROUTES } from './case-routes.ts'
import { CLEARANCE_ROUTES } from './clearance-routes.ts'
import { CUSTODY_ROUTES } from './custody-routes.ts'
import { STORAGE_ROUTES } from './custody-storage-routes.ts'
import { DECONFLICTION_ROUTES } from './deconfliction-routes.ts'
import { EXCHANGE_ROUTES } from './exchange-routes.ts'
import { FILE_ROUTES } from './file-routes.ts'
import { FIND_ROUTES } from './find-routes.ts'
import { GRAPH_ROUTES } from './graph-routes.ts'
import { HOME_ROUTES } from './home-routes.ts'
import { JUDGEMENT_ROUTES } from './judgement-routes.ts'
import { KNOWN_ROUTES } from './known-routes.ts'
import { LAW_TEXT_ROUTES } from './law-text-routes.ts'
import { LIFE_ROUTES } from './life-routes.ts'
import { MODEL_ROUTES } from './model-routes.ts'
import { OVERSIGHT_ROUTES } from './oversight-routes.ts'
import { PATHS, type RouteName } from './paths.ts'
import { POINTER_ROUTES } from './pointer-routes.ts'
import { QUALITY_ROUTES } from './quality-routes.ts'
import { RECOVERY_ROUTES } from './recovery-routes.ts'
import { RELEASE_ROUTES } from './release-routes.ts'
import { REVIEW_ROUTES } from './review-routes.ts'
import { READERS, RECORDERS, type Route, SEE_PERSONS, STEWARDS } from './route.ts'
import { entryAnswer, entryHints, entryHintsRequest, entryRequest } from './schemas/entry.ts'
import { recordPersons, recordShow, recordShowRequest } from './schemas/find.ts'
import {
  importJudged,
  importJudgeRequest,
  importList,
  importRejectList,
  importShow,
  importSummary,
} from './schemas/import.ts'
import { ledgerShow } from './schemas/ledger.ts'
import { logRead, logReadRequest, logVerify, logVerifyRequest } from './schemas/log.ts'
import { profileList, profileProposal, profileSaveRequest, savedProfile } from './schemas/profile.ts'
import { renewalPreview, renewalRequest, renewalShow } from './schemas/renewal.ts'
import {
  vocabularyDecided,
  vocabularyDecideRequest,
  vocabularyList,
  vocabularyListRequest,
  vocabularyQueue,
  vocabularyQueueRequest,
  vocabularyWithdrawn,
  vocabularyWithdrawRequest,
} from './schemas/vocabulary.ts'
import { SIGN_IN_ROUTES } from './sign-in-routes.ts'
import { SOURCE_ROUTES } from './source-routes.ts'
import { THING_ROUTES } from './thing-routes.ts'
import { TRACE_DOCUMENT_ROUTES } from './trace-document-routes.ts'
import { TRACE_EVIDENCE_ROUTES } from './trace-evidence-routes.ts'
import { TRACE_ROUTES } from './trace-routes.ts'
import { VOCABULARY_ROUTES } from './vocabulary-routes.ts'
import { WHY_NOT_ROUTES } from './why-not-routes.ts'

const profileVersionSaved = z.object({ version: z.number().int() })
const health = z.object({ status: z.literal('ok') })

export const ROUTES = {
  health: { summary: 'The process answers.', body: null, answer: health, roles: null, errors: [], audit: [] },
  ready: {
    summary: 'The process and its database answer.',
    body: null,
    answer: health,
    roles: null,
    errors: ['unavailable'],
    audit: [],
  },
  openapi: {
    summary: 'This description.',
    body: null,
    answer: z.record(z.string(), z.unknown()),
    roles: null,
    errors: [],
    audit: [],
  },
  ...SIGN_IN_ROUTES,
  ...ACCOUNT_ROUTES,
  ...AGENCY_ROUTES,
  ...HOME_ROUTES,
  ...CASE_ROUTES,
  ...SOURCE_ROUTES,
  importFile: {
    summary: 'Imports a CSV or XLSX file into a source, by the last version of its profile.',
    body: 'file',
    answer: importSummary,
    query: {
      file: 'Name of the file.',
      preview: 'true: the same import, of which nothing is kept; with the first rows as they are read.',
      profile: 'Version of the profile to import by.',
      wait: 'false: answers as soon as the file has arrived; the import goes on by itself.',
    },
    roles: RECORDERS,
    errors: [
      'source_unknown',
      'source_busy',
      'file_unreadable',
      'columns_missing',
      'profile_columns_missing',
      'not_your_agency',
    ],
    audit: ['import.started', 'import.done'],
  },
  importList: {
    summary: 'The imports into sources of the reader’s agency, the last first.',
    body: null,
    answer: importList,
    query: { source: 'Of this source alone.', before: 'Those before the import of this number.' },
    roles: RECORDERS,
    errors: [],
    audit: [],
  },
  importShow: {
    summary: 'What is in of an import, what came back, and how far it has come.',
    body: null,
    answer: importShow,
    roles: RECORDERS,
    errors: ['not_found'],
    audit: [],
  },
  importUpload: {
    summary: 'Sends the rest of a file whose upload broke off, and imports it.',
    body: 'file',
    answer: importSummary,
    query: {
      from: 'How many bytes have arrived; this file is what follows them.',
      wait: 'false: answers as soon as the file has arrived.',
    },
    roles: RECORDERS,
    errors: ['not_found', 'import_not_open', 'value_not_listed', 'source_busy', 'file_unreadable'],
    audit: ['import.started', 'import.done'],
  },
  importGoOn: {
    summary: 'Goes on with an import that stopped, failed or was interrupted, from the row after the last that is in.',
    body: null,
    answer: importSummary,
    query: { wait: 'false: answers at once; the import goes on by itself.' },
    roles: RECORDERS,
    errors: ['not_found', 'import_not_open', 'import_file_absent', 'source_busy', 'file_unreadable'],
    audit: ['import.started', 'import.done'],
  },
  importStop: {
    summary: 'Stops a running import; what is in stays in.',
    body: null,
    answer: importShow,
    roles: RECORDERS,
    errors: ['not_found', 'import_not_open'],
    audit: ['import.stopped'],
  },
  importJudge: {
    summary: 'Takes a whole import back, or puts it back. Nothing is deleted.',
    body: importJudgeRequest,
    answer: importJudged,
    roles: RECORDERS,
    errors: ['not_found', 'import_not_open', 'source_busy'],
    audit: ['import.judged'],
  },
  importRejectList: {
    summary: 'Rows that came back, a hundred at a time: row, field, value, reason and what would be accepted.',
    body: null,
    answer: importRejectList,
    query: { after: 'Those after the row of this number.' },
    roles: RECORDERS,
    errors: ['not_found'],
    audit: ['import.rejects_seen'],
  },
  importRejects: {
    summary: 'The rows that came back: row, field, value, reason and what would be accepted.',
    body: null,
    answer: 'csv',
    roles: RECORDERS,
    errors: ['not_found'],
    audit: ['import.rejects_taken'],
  },
  importRejectedRows: {
    summary: 'The rows that came back, whole, to be mended and sent again.',
    body: null,
    answer: 'csv',
    roles: RECORDERS,
    errors: ['not_found'],
    audit: ['import.rejects_taken'],
  },
  profileList: {
    summary: 'The versions of a source’s import profile, the last first.',
    body: null,
    answer: profileList,
    roles: RECORDERS,
    errors: ['source_unknown', 'not_your_agency'],
    audit: [],
  },
  profileShow: {
    summary: 'The import profile of a source: its last version, or the one asked for.',
    body: null,
    answer: savedProfile,
    query: { version: 'Number of the version.' },
    roles: RECORDERS,
    errors: ['source_unknown', 'not_your_agency', 'not_found'],
    audit: [],
  },
  profileSave: {
    summary: 'Saves an import profile with a source, as its next version.',
    body: profileSaveRequest,
    answer: profileVersionSaved,
    roles: RECORDERS,
    errors: ['source_unknown', 'not_your_agency', 'profile_invalid'],
    audit: ['profile.saved'],
  },
  profilePropose: {
    summary: 'Proposes a profile from the headings and first rows of a file. A person confirms it by saving it.',
    body: 'file',
    answer: profileProposal,
    query: {
      file: 'Name of the file.',
      encoding: 'Its encoding, in place of the profile’s; empty to find it in the file.',
      delimiter: 'What parts its columns, likewise.',
      heading: 'The row of its headings, from 1, likewise.',
      sheet: 'The sheet of a workbook, by name or number from 1, likewise.',
    },
    roles: RECORDERS,
    errors: ['source_unknown', 'not_your_agency', 'file_unreadable'],
    audit: [],
  },
  ...FIND_ROUTES,
  recordEnter: {
    summary: 'Enters one record by hand, or corrects one. Safe to repeat: the same entry changes nothing.',
    body: entryRequest,
    answer: entryAnswer,
    roles: RECORDERS,
    errors: [
      'source_unknown',
      'not_your_agency',
      'entry_incomplete',
      'entry_contradicts',
      'entry_unreadable',
      'entry_id_used',
      'entry_outdated',
      'records_moved',
    ],
    audit: ['record.entered'],
  },
  recordHints: {
    summary: 'What the tables make of an entry before it is made: read, odd, missing, entered before.',
    body: entryHintsRequest,
    answer: entryHints,
    roles: RECORDERS,
    errors: ['source_unknown', 'not_your_agency'],
    audit: ['record.found'],
  },
  recordShow: {
    summary: 'Shows one record, as stated and as read.',
    body: recordShowRequest,
    answer: recordShow,
    roles: READERS,
    errors: ['not_found'],
    audit: ['record.seen'],
  },
  recordPersons: {
    summary:
      'Shows whom one record names. Persons stand apart from the firearm, and seeing them is an entry of its own.',
    body: recordShowRequest,
    answer: recordPersons,
    roles: SEE_PERSONS,
    errors: ['not_found', 'not_your_agency'],
    audit: ['record.persons_seen'],
  },
  ...LIFE_ROUTES,
  ...OVERSIGHT_ROUTES,
  ...TRACE_ROUTES,
  ...LAW_TEXT_ROUTES,
  ...BALLISTIC_ROUTES,
  ...THING_ROUTES,
  ...TRACE_DOCUMENT_ROUTES,
  ...TRACE_EVIDENCE_ROUTES,
  ...RECOVERY_ROUTES,
  ...CUSTODY_ROUTES,
  ...STORAGE_ROUTES,
  ...CLEARANCE_ROUTES,
  ...DECONFLICTION_ROUTES,
  ...FILE_ROUTES,
  ...GRAPH_ROUTES,
  vocabularyQueue: {
    summary: 'Texts in the records of the steward’s agency that no table knows, those of most records first.',
    body: vocabularyQueueRequest,
    answer: vocabularyQueue,
    roles: STEWARDS,
    errors: ['agency_unknown', 'not_your_agency'],
    audit: [],
  },
  vocabularyList: {
    summary: 'What the agency’s stewards have decided that texts mean.',
    body: vocabularyListRequest,
    answer: vocabularyList,
    roles: STEWARDS,
    errors: ['agency_unknown', 'not_your_agency'],
    audit: [],
  },
  vocabularyDecide: {
    summary: 'Decides what a text means that no table knows, for the records of the steward’s agency.',
    body: vocabularyDecideRequest,
    answer: vocabularyDecided,
    roles: STEWARDS,
    errors: [
      'agency_unknown',
      'not_your_agency',
      'vocabulary_code_unknown',
      'vocabulary_name_known',
      'vocabulary_text_known',
    ],
    audit: ['vocabulary.decided'],
  },
  vocabularyWithdraw: {
    summary: 'Takes a decision on a text back; the text waits again.',
    body: vocabularyWithdrawRequest,
    answer: vocabularyWithdrawn,
    roles: STEWARDS,
    errors: ['agency_unknown', 'not_your_agency'],
    audit: ['vocabulary.withdrawn'],
  },
  ...VOCABULARY_ROUTES,
  renewalPreview: {
    summary: 'What reading the agency’s records again would change; nothing of it is done.',
    body: renewalRequest,
    answer: renewalPreview,
    roles: STEWARDS,
    errors: ['agency_unknown', 'not_your_agency'],
    audit: [],
  },
  renewalBegin: {
    summary: 'Reads the agency’s records again by the tables and words of today, in the background.',
    body: renewalRequest,
    answer: renewalShow,
    roles: STEWARDS,
    errors: ['agency_unknown', 'not_your_agency'],
    audit: ['readings.renewed'],
  },
  renewalShow: {
    summary: 'How far reading the agency’s records again has come.',
    body: null,
    answer: renewalShow,
    roles: STEWARDS,
    errors: [],
    audit: [],
  },
  renewalStop: {
    summary: 'Stops reading the agency’s records again; what was read stays, and it can be gone on with.',
    body: null,
    answer: renewalShow,
    roles: STEWARDS,
    errors: [],
    audit: [],
  },
  ...JUDGEMENT_ROUTES,
  ...MODEL_ROUTES,
  ...REVIEW_ROUTES,
  ...WHY_NOT_ROUTES,
  ...QUALITY_ROUTES,
  ...POINTER_ROUTES,
  ...KNOWN_ROUTES,
  ...RELEASE_ROUTES,
  ...EXCHANGE_ROUTES,
  ledgerShow: {
    summary:
      'The exchange ledger: its newest checkpoint, who cosigned it, what partners dispute, and what is held of theirs.',
    body: null,
    answer: ledgerShow,
    roles: ['data_protection_officer', 'administrator'],
    errors: [],
    audit: [],
  },
  logRead: {
    summary: 'Reads the access log; reading it is itself logged.',
    body: logReadRequest,
    answer: logRead,
    roles: ['data_protection_officer'],
    errors: [],
    audit: ['log.read'],
  },
  logVerify: {
    summary: 'Checks the access log against its tree and checkpoints.',
    body: logVerifyRequest,
    answer: logVerify,
    roles: ['data_protection_officer', 'administrator'],
    errors: [],
    audit: ['log.verified'],
  },
} as const satisfies Record<RouteName, Route>

export { PATHS, type Route }
