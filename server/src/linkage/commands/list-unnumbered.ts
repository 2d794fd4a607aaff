import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import type { UnnumberedAnswer } from '@proofmark/contract/schemas/unnumbered'
import { sumOfBits } from '@proofmark/matching/balance'
import { askedEpisodeKeys, type Episode } from '@proofmark/matching/episode-keys'
import type { Line } from '@proofmark/matching/line'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { episodeOf } from '../../records/rules/episode.ts'
import { type CandidateDetails, candidateDetails } from '../queries/candidates.ts'
import { judgementsOfRecord } from '../queries/judgements-of-pair.ts'
import { linkedRecords } from '../queries/linked-records.ts'
import { balanceFor } from '../queries/standing-balance.ts'
import { statedPlaces } from '../queries/stated-places.ts'
import { MOST_OF_EPISODE, recordsOfEpisode } from '../queries/unnumbered.ts'
import type { LinkedRecord } from '../rules/pair.ts'
import { standingJudgement, type Verdict } from '../rules/standing-judgement.ts'

export interface UnnumberedCandidate {
  readonly other: LinkedRecord
  readonly details: CandidateDetails
  readonly lines: readonly Line[]
  readonly judged: Verdict | null
}

export interface Unnumbered {
  readonly reason: UnnumberedAnswer['reason']
  readonly held: number
  readonly most: number
  readonly candidates: readonly UnnumberedCandidate[]
}

/** So many are shown, those for which most speaks. */
const SHOWN = 20

const isNumbered = ({ item }: LinkedRecord) => item.marks.some(({ skeleton }) => skeleton !== null)

function whyNothing(own: LinkedRecord, episode: Episode): UnnumberedAnswer['reason'] {
  if (isNumbered(own)) return 'numbered'
  if (askedEpisodeKeys(episode).length > 0) return null
  if (episode.make === null && episode.calibre === null) return 'no_words'
  return episode.place === null ? 'no_place' : 'no_month'
}

/**
 * The records without a usable number that may be of one firearm with another such record: of one place, of its month or
 * the one beside it, and of its make or calibre. They are offered and never followed, however much speaks for them: words
 * alone fit too many firearms. From what the reader sees alone. Throws `role_needed` and `not_found`.
 */
export async function listUnnumbered(context: Context, record: string): Promise<Unnumbered> {
  needRole(context.reader, READERS)
  const [own] = (await linkedRecords(context, [record])).filter((each) => each.record === record)
  const [details] = (await candidateDetails(context, [record])).values()
  if (!own || !details) throw new ProofmarkError('not_found', { what: record })
  const words = { make: own.item.make.code, calibre: own.item.calibre.code }
  const places = await statedPlaces(context, [record])
  const episode = episodeOf(words, { ...(places.get(record) ? { place: places.get(record)! } : {}) }, details.date)
  const reason = whyNothing(own, episode)
  const { held, records } =
    reason === null ? await recordsOfEpisode(context, episode, record) : { held: 0, records: [] }
  const found = await comparedWith(context, { ...own, place: places.get(record) ?? null }, records)
  await context.audit({
    action: 'matches.listed',
    subjects: [record, ...found.map(({ other }) => other.record)],
    body: { matches: found.length },
  })
  return { reason, held, most: MOST_OF_EPISODE, candidates: found }
}

async function comparedWith(
  context: Context,
  own: LinkedRecord & { readonly place: string | null },
  records: readonly string[],
): Promise<UnnumberedCandidate[]> {
  const wanted = new Set(records)
  const others = (await linkedRecords(context, records)).filter(
    (other) => wanted.has(other.record) && other.entry !== own.entry && !isNumbered(other),
  )
  const places = await statedPlaces(context, records)
  const details = await candidateDetails(context, records)
  const judgements = await judgementsOfRecord(context, own.record)
  const standing = await balanceFor(context)
  return others
    .flatMap((other): UnnumberedCandidate[] => {
      const detail = details.get(other.record)
      if (!detail) return []
      const place = places.get(other.record) ?? null
      const lines = standing
        .between(own.kind, other.kind)
        .evidence({ ...own.item, place: own.place }, { ...other.item, place })
      const about = (judgements.get(other.record) ?? []).filter((each) => each.about === 'firearm')
      return [{ other, details: detail, lines, judged: standingJudgement(about)?.verdict ?? null }]
    })
    .filter(({ lines, judged }) => judged !== null || sumOfBits(lines) > 0)
    .sort((a, b) => sumOfBits(b.lines) - sumOfBits(a.lines) || (a.other.record < b.other.record ? -1 : 1))
    .slice(0, SHOWN)
}
