import type { RouteName } from './paths.ts'
import { CUSTODY_KEEPERS, EXHIBIT_MANAGERS, RECOVERERS, RECOVERY_READERS, type Route } from './route.ts'
import {
  fileBeginRequest,
  fileList,
  fileListRequest,
  fileState,
  originalGranted,
  originalGrantRequest,
  originalRequest,
} from './schemas/photograph.ts'

const SENDERS = [...new Set([...RECOVERERS, ...CUSTODY_KEEPERS])]

/** Photographs and scans: sent in parts, sealed as they came, and shown as copies that bear nothing but pixels. */
export const FILE_ROUTES = {
  fileBegin: {
    summary: 'Announces a photograph or a scan with the hash that the device took of it. Safe to repeat.',
    body: fileBeginRequest,
    answer: fileState,
    roles: SENDERS,
    errors: ['not_found', 'file_too_large', 'file_id_used'],
    audit: ['file.announced'],
  },
  filePart: {
    summary: 'Takes the next part of a file; with the last, it is examined and kept or refused. Safe to repeat.',
    body: 'file',
    answer: fileState,
    query: { from: 'At which byte of the file the part begins.' },
    roles: SENDERS,
    errors: ['not_found', 'file_too_large', 'file_part_misplaced', 'value_not_listed'],
    audit: ['file.kept', 'file.refused'],
  },
  fileShow: {
    summary: 'How much of a file has arrived, and what became of it.',
    body: null,
    answer: fileState,
    roles: RECOVERY_READERS,
    errors: ['not_found'],
    audit: [],
  },
  fileList: {
    summary: 'The photographs and scans of a recovery.',
    body: fileListRequest,
    answer: fileList,
    roles: RECOVERY_READERS,
    errors: ['not_found'],
    audit: ['files.listed'],
  },
  fileCopy: {
    summary: 'The working copy of a picture, without metadata.',
    body: null,
    answer: 'file',
    roles: RECOVERY_READERS,
    errors: ['not_found'],
    audit: ['file.seen'],
  },
  filePreview: {
    summary: 'A small copy of a picture.',
    body: null,
    answer: 'file',
    roles: RECOVERY_READERS,
    errors: ['not_found'],
    audit: ['file.seen'],
  },
  originalGrant: {
    summary: 'Lets somebody else of the agency have an original, for a reason and until a day.',
    body: originalGrantRequest,
    answer: originalGranted,
    roles: [...EXHIBIT_MANAGERS, 'data_steward'],
    errors: ['not_found', 'not_your_agency', 'account_own'],
    audit: ['original.granted'],
  },
  originalTake: {
    summary: 'The original, byte for byte, for whoever was granted it.',
    body: originalRequest,
    answer: 'file',
    roles: RECOVERY_READERS,
    errors: ['not_found', 'original_grant_needed'],
    audit: ['original.taken'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
