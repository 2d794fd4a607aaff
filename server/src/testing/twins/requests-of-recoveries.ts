import { pistolOf, recoveryOf } from '../recoveries.ts'
import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { serialOf } from './rows.ts'
import { identifierOf } from './twin.ts'

const NONE = identifierOf('no recovery')
/** One recovery is asked about by everybody, and made by whoever comes first. */
const made = (word: string) => identifierOf(`twins ${word}`)

/** What is asked of the desk of recoveries: a firearm of which others keep what is hidden, and one of which nobody does. */
export const requestsOfRecoveries = {
  recoverySave: () =>
    each([serialOf(2), 'TKR99999'], (serial) => ({
      body: {
        recovery: made(`recovery of ${serial}`),
        form: recoveryOf({ exhibits: [pistolOf(made(`exhibit of ${serial}`), serial)] }),
        grounds: GROUNDS,
      },
    })),
  recoveryAnswers: () =>
    each([made(`recovery of ${serialOf(2)}`), NONE], (recovery) => ({ body: { recovery, grounds: GROUNDS } })),
  recoveryShow: () =>
    each([made(`recovery of ${serialOf(2)}`), NONE], (recovery) => ({ body: { recovery, grounds: GROUNDS } })),
  // Numbers are drawn by chance in either; whose forms they are is what could tell something.
  recoveryPaper: ({ draw }) =>
    each(['Customs', 'None'], (agency) => ({ body: { order: draw('papers'), forms: 1, language: 'en', agency } })),
  recoveryExamine: () =>
    each([made(`exhibit of ${serialOf(2)}`), NONE], (exhibit) => ({
      body: {
        examination: made(`examination of ${exhibit}`),
        exhibit,
        said: { stated: { serial: serialOf(2), make: 'Taurus' } },
        grounds: GROUNDS,
      },
    })),
  recoveryJoin: () =>
    each([made('recovery of TKR99999'), NONE], (other) => ({
      body: {
        recovery: made(`recovery of ${serialOf(2)}`),
        other,
        verdict: 'same',
        why: 'one lorry',
        grounds: GROUNDS,
      },
    })),
  fileBegin: () =>
    each([made(`recovery of ${serialOf(2)}`), NONE], (recovery) => ({
      body: { file: made('photograph'), recovery, sha256: '0'.repeat(64), bytes: 4, grounds: GROUNDS },
    })),
  filePart: () => each([made('photograph'), NONE], (file) => ({ address: { file, from: '0' }, file: 'none' })),
  fileShow: () => each([made('photograph'), NONE], (file) => ({ address: { file } })),
  fileList: () =>
    each([made(`recovery of ${serialOf(2)}`), NONE], (recovery) => ({ body: { recovery, grounds: GROUNDS } })),
  fileCopy: () => each([made('photograph'), NONE], (file) => ({ address: { file } })),
  filePreview: () => each([made('photograph'), NONE], (file) => ({ address: { file } })),
  originalGrant: () =>
    each([made('photograph'), NONE], (file) => ({
      address: { file },
      body: { to: NONE, why: 'court', until: '2099-01-01', grounds: GROUNDS },
    })),
  originalTake: () => each([made('photograph'), NONE], (file) => ({ address: { file }, body: { grounds: GROUNDS } })),
  recoveryList: () => [{ body: { grounds: GROUNDS } }, { body: { incomplete: true, grounds: GROUNDS } }],
} as const satisfies Partial<RequestMakers>
