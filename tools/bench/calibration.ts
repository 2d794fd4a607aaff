import { meanOf } from './statistics.ts'

export interface Said {
  readonly probability: number
  readonly right: boolean
}

/** What was said with a probability between two tenths, and how much of it was right. */
export interface Band {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly said: number
  readonly right: number
}

const BANDS = 10

/** Ten bands of probability; those in which nothing was said are left out. */
export function bandsOf(all: readonly Said[]): Band[] {
  const bandOf = ({ probability }: Said) => Math.min(BANDS - 1, Math.floor(probability * BANDS))
  return Array.from({ length: BANDS }, (_, band) => {
    const some = all.filter((each) => bandOf(each) === band)
    return {
      from: band / BANDS,
      to: (band + 1) / BANDS,
      count: some.length,
      said: meanOf(some.map(({ probability }) => probability)),
      right: meanOf(some.map(({ right }) => Number(right))),
    }
  }).filter(({ count }) => count > 0)
}

export function bandLines(bands: readonly Band[]): string[] {
  return [
    'probabilities of all that was shown, and how often they came true:',
    ...bands.map(
      ({ from, to, count, said, right }) =>
        `  ${from.toFixed(1)} to ${to.toFixed(1)}: ${count} candidates, said ${(100 * said).toFixed(1)} %, right ${(100 * right).toFixed(1)} %`,
    ),
  ]
}
