import { pistolOf, recoveryOf } from '../recoveries.ts'
import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { serialOf } from './rows.ts'
import { identifierOf } from './twin.ts'

const NONE = identifierOf('no recovery')

/** What is asked of the desk of recoveries: a firearm of which others keep what is hidden, and one of which nobody does. */
export const requestsOfRecoveries = {
  recoverySave: ({ draw }) =>
    each([serialOf(2), 'TKR99999'], (serial) => ({
      body: {
        recovery: draw(`recovery of ${serial}`),
        form: recoveryOf({ exhibits: [pistolOf(draw(`exhibit of ${serial}`), serial)] }),
        grounds: GROUNDS,
      },
    })),
  recoveryAnswers: ({ draw }) =>
    each([draw(`recovery of ${serialOf(2)}`), NONE], (recovery) => ({ body: { recovery, grounds: GROUNDS } })),
  recoveryShow: ({ draw }) =>
    each([draw(`recovery of ${serialOf(2)}`), NONE], (recovery) => ({ body: { recovery, grounds: GROUNDS } })),
  // Numbers are drawn by chance in either; whose forms they are is what could tell something.
  recoveryPaper: ({ draw }) =>
    each(['Customs', 'None'], (agency) => ({ body: { order: draw('papers'), forms: 1, language: 'en', agency } })),
  recoveryExamine: ({ draw }) =>
    each([draw(`exhibit of ${serialOf(2)}`), NONE], (exhibit) => ({
      body: {
        examination: draw(`examination of ${exhibit}`),
        exhibit,
        said: { stated: { serial: serialOf(2), make: 'Taurus' } },
        grounds: GROUNDS,
      },
    })),
  recoveryJoin: ({ draw }) =>
    each([draw('recovery of TKR99999'), NONE], (other) => ({
      body: {
        recovery: draw(`recovery of ${serialOf(2)}`),
        other,
        verdict: 'same',
        why: 'one lorry',
        grounds: GROUNDS,
      },
    })),
  fileBegin: ({ draw }) =>
    each([draw(`recovery of ${serialOf(2)}`), NONE], (recovery) => ({
      body: { file: draw('photograph'), recovery, sha256: '0'.repeat(64), bytes: 4, grounds: GROUNDS },
    })),
  filePart: ({ draw }) => each([draw('photograph'), NONE], (file) => ({ address: { file, from: '0' }, file: 'none' })),
  fileShow: ({ draw }) => each([draw('photograph'), NONE], (file) => ({ address: { file } })),
  fileList: ({ draw }) =>
    each([draw(`recovery of ${serialOf(2)}`), NONE], (recovery) => ({ body: { recovery, grounds: GROUNDS } })),
  fileCopy: ({ draw }) => each([draw('photograph'), NONE], (file) => ({ address: { file } })),
  filePreview: ({ draw }) => each([draw('photograph'), NONE], (file) => ({ address: { file } })),
  originalGrant: ({ draw }) =>
    each([draw('photograph'), NONE], (file) => ({
      address: { file },
      body: { to: NONE, why: 'court', until: '2099-01-01', grounds: GROUNDS },
    })),
  originalTake: ({ draw }) =>
    each([draw('photograph'), NONE], (file) => ({ address: { file }, body: { grounds: GROUNDS } })),
  recoveryList: () => [{ body: { grounds: GROUNDS } }, { body: { incomplete: true, grounds: GROUNDS } }],
} as const satisfies Partial<RequestMakers>
