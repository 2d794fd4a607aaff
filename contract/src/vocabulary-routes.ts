import type { RouteName } from './paths.ts'
import { type Route, STEWARDS } from './route.ts'
import {
  vocabularyDecidedSeveral,
  vocabularyDecideSeveralRequest,
  vocabularyPreview,
  vocabularyPreviewRequest,
  vocabularyProposals,
  vocabularyProposeRequest,
  vocabularyUndone,
  vocabularyUndoRequest,
} from './schemas/vocabulary-desk.ts'
import {
  packExported,
  packExportRequest,
  packList,
  packShown,
  packShowRequest,
  packTakeBackRequest,
  packTaken,
  packTakenBack,
  packTakeRequest,
} from './schemas/vocabulary-pack.ts'

const OWN = ['agency_needed', 'agency_unknown', 'not_your_agency'] as const

/** The vocabulary desk: proposals, several decisions at once, and packs that states give each other. */
export const VOCABULARY_ROUTES = {
  vocabularyPropose: {
    summary: 'What texts that no table knows may mean, each with why: what they are like, and what stands beside them.',
    body: vocabularyProposeRequest,
    answer: vocabularyProposals,
    roles: STEWARDS,
    errors: [...OWN],
    audit: [],
  },
  vocabularyPreview: {
    summary: 'What decisions on waiting texts would change; none of them is taken.',
    body: vocabularyPreviewRequest,
    answer: vocabularyPreview,
    roles: STEWARDS,
    errors: [...OWN],
    audit: [],
  },
  vocabularyDecideSeveral: {
    summary: 'Decides on several texts at once; one that is refused says why and keeps back no other.',
    body: vocabularyDecideSeveralRequest,
    answer: vocabularyDecidedSeveral,
    roles: STEWARDS,
    errors: [...OWN],
    audit: ['vocabulary.decided'],
  },
  vocabularyUndo: {
    summary: 'Undoes decisions: each text means again what it meant before, or waits again.',
    body: vocabularyUndoRequest,
    answer: vocabularyUndone,
    roles: STEWARDS,
    errors: [...OWN],
    audit: ['vocabulary.withdrawn', 'vocabulary.decided'],
  },
  packExport: {
    summary: 'The agency’s decisions as a pack for other states; what looks personal is held back unless it is named.',
    body: packExportRequest,
    answer: packExported,
    roles: STEWARDS,
    errors: [...OWN],
    audit: ['vocabulary.pack_exported'],
  },
  packImport: {
    summary: 'Takes in a pack of another’s decisions to be looked at; none of them counts until it is taken over.',
    body: 'file',
    answer: packShown,
    roles: STEWARDS,
    errors: [...OWN, 'pack_too_large', 'pack_unreadable', 'pack_version'],
    audit: ['vocabulary.pack_imported'],
  },
  packList: {
    summary: 'The packs that the agency took in.',
    body: null,
    answer: packList,
    roles: STEWARDS,
    errors: [],
    audit: [],
  },
  packShow: {
    summary: 'The rows of a pack beside what the agency has decided: new, agreeing, contradicting.',
    body: packShowRequest,
    answer: packShown,
    roles: STEWARDS,
    errors: [...OWN, 'not_found'],
    audit: [],
  },
  packTake: {
    summary: 'Takes over decisions from a pack: all that is new, or the rows that are named.',
    body: packTakeRequest,
    answer: packTaken,
    roles: STEWARDS,
    errors: [...OWN, 'not_found'],
    audit: ['vocabulary.pack_taken'],
  },
  packTakeBack: {
    summary: 'Takes a pack back whole: each text means again what it meant before.',
    body: packTakeBackRequest,
    answer: packTakenBack,
    roles: STEWARDS,
    errors: [...OWN, 'not_found'],
    audit: ['vocabulary.pack_taken_back'],
  },
} as const satisfies Partial<Record<RouteName, Route>>
