import type { FilterHead } from '@proofmark/proofs/private/filter'
import type { Evaluation } from '@proofmark/proofs/private/voprf'
import type { Answers, Ask } from '../../../processes/channel.ts'
import type { KeyName } from './key-name.ts'
import type { PrivateKeys } from './private-keys.ts'

const DEADLINE_MS = 20_000
/** Twelve million tokens are placed within a minute. */
const BUILD_DEADLINE_MS = 5 * 60_000

/** The keys as another process keeps them, over the local pipe. */
export function askKeys(ask: Ask): PrivateKeys {
  return {
    open: async (name, ends) => (await ask('private', 'open', { name, ends }, DEADLINE_MS)) as Uint8Array,
    answer: async (name, blinded) =>
      (await ask('private', 'answer', { name, blinded }, DEADLINE_MS)) as Evaluation | null,
    outputs: async (name, tokens) =>
      (await ask('private', 'outputs', { name, tokens }, DEADLINE_MS)) as Uint8Array | null,
    build: async (name, head, outputs) =>
      (await ask('private', 'build', { name, head, outputs }, BUILD_DEADLINE_MS)) as Uint8Array | null,
    destroy: async (names) => void (await ask('private', 'destroy', { names }, DEADLINE_MS)),
  }
}

interface Questions {
  readonly name: KeyName
  readonly names: readonly KeyName[]
  readonly ends: Date
  readonly blinded: readonly Uint8Array[]
  readonly tokens: readonly Uint8Array[]
  readonly head: FilterHead
  readonly outputs: Uint8Array
}

/** What the process that keeps the keys answers. Only processes of this installation are at the other end. */
export function keyAnswers(keys: PrivateKeys): Answers {
  const of =
    <Result>(work: (questions: Questions) => Promise<Result>) =>
    (input: unknown) =>
      work(input as Questions)
  return {
    open: of(({ name, ends }) => keys.open(name, ends)),
    answer: of(({ name, blinded }) => keys.answer(name, blinded)),
    outputs: of(({ name, tokens }) => keys.outputs(name, tokens)),
    build: of(({ name, head, outputs }) => keys.build(name, head, outputs)),
    destroy: of(({ names }) => keys.destroy(names)),
  }
}
