import { ProofmarkError } from '@proofmark/contract/errors'
import type { MessageParameters } from '@proofmark/contract/messages'

/** What the fields of a request are called by whoever types a command: an option, or a word as its usage names it. */
export type OptionWords = Readonly<Record<string, string>>

const LONGEST = 120
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, 80).toWellFormed()} …` : text)

/** `values.0.field` is the same field of each value. */
const unnumbered = (field: string): string =>
  field
    .split('.')
    .filter((step) => !/^\d+$/.test(step))
    .join('.')

function calledBy(words: OptionWords, field: string): string {
  const plain = unnumbered(field)
  return words[plain] ?? plain.slice(plain.lastIndexOf('.') + 1)
}

function inWords({ field, also, ...parameters }: MessageParameters, words: OptionWords): MessageParameters {
  const named = typeof field === 'string' ? calledBy(words, field) : field
  const others =
    typeof also === 'string'
      ? [...new Set(also.split(', ').map((each) => calledBy(words, each)))].filter((each) => each !== named)
      : []
  const echoed = ['value', 'what', 'name', 'reason'].flatMap((name) => {
    const said = parameters[name]
    return typeof said === 'string' ? [[name, shortened(said)]] : []
  })
  return {
    ...parameters,
    ...Object.fromEntries(echoed),
    ...(named === undefined ? {} : { field: named }),
    ...(also === undefined
      ? {}
      : { also: others.join(', '), others: others.length === 0 ? 'none' : parameters.others }),
  }
}

/**
 * Works in the words of whoever typed the command: what is refused is named by the option or the word that holds it, never
 * by its place in a schema, and what is told back of it is no longer than a line.
 */
export async function inOptions<Result>(words: OptionWords, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (failure) {
    if (!(failure instanceof ProofmarkError)) throw failure
    throw new ProofmarkError(failure.code, inWords(failure.parameters, words) as never, failure)
  }
}
