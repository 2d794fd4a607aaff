import type {
  DuplicatePair,
  NamedThing,
  ThingDuplicates,
  ThingList,
  ThingReviews,
  ThingShown,
  ThingWords,
} from '@proofmark/contract/schemas/thing'
import type { Reader } from '../../access/context.ts'
import type { Compared, ComparedThing } from '../commands/compare-things.ts'
import type { FoundWords } from '../commands/find-words.ts'
import type { ListedThings } from '../commands/list-things.ts'
import type { DueOnList } from '../commands/review-thing.ts'
import type { ThingView } from '../commands/show-thing.ts'
import { ownsSaid, seesSubjects } from '../policy/subjects.ts'

const named = ({
  id,
  kind,
  label,
  withheld,
}: Pick<ComparedThing, 'id' | 'kind' | 'label' | 'withheld'>): NamedThing => ({
  thing: id,
  kind,
  label,
  withheld,
})
const moment = (at: Date | null) => at?.toISOString() ?? null

/** What a reader is told of a thing. Words that stand beside a person go to those alone who may see persons. */
export function presentThing(view: ThingView, reader: Reader): ThingShown {
  const { thing, kept, names, mayWrite } = view
  const sees = seesSubjects(reader)
  const agencyOf = (vis: number) => kept.get(vis)?.agencyName ?? null
  const said = (vis: number, by: string, withdrawnAt: Date | null, isPerson: boolean) => ({
    agency: agencyOf(vis),
    by: names.accounts.get(by) ?? '',
    withdrawnAt: moment(withdrawnAt),
    mayWithdraw: mayWrite && ownsSaid(reader, kept.get(vis)?.agency ?? null) && (sees || !isPerson),
  })
  return {
    ...named({ ...thing, label: view.label, withheld: view.withheld }),
    case: thing.case === null || view.reference === null ? null : { case: thing.case, reference: view.reference },
    agency: agencyOf(thing.vis) ?? '',
    at: thing.at.toISOString(),
    protected: view.isProtected && sees,
    mayWrite,
    mayErase: sees && view.erased === null && ownsSaid(reader, kept.get(thing.vis)?.agency ?? null),
    values: view.values.map(({ id, field, value, said: beside, standing, reviewOn, at, by, vis, withdrawnAt }) => ({
      ...{ value: id, field, text: value, standing, reviewOn, at: at.toISOString() },
      ...{ script: beside.script ?? null, hint: beside.hint ?? null, country: beside.country ?? null },
      ...{ on: beside.on ?? null, fileName: beside.fileName ?? null, capturedAt: beside.capturedAt ?? null },
      ...{ record: beside.record ?? null, source: beside.source ?? null, evaluation: beside.evaluation ?? null },
      ...said(vis, by, withdrawnAt, thing.kind === 'person'),
    })),
    ties: view.ties.map(({ end, endWithheld, said: beside, ...tie }) => {
      const isPerson = thing.kind === 'person' || end.kind === 'person'
      const words = sees || !isPerson ? beside : {}
      return {
        ...{ tie: tie.id, relation: tie.relation, forward: tie.forward, standing: tie.standing, case: tie.case },
        other: {
          node: `${end.kind}:${end.id}`,
          kind: end.kind,
          label: endWithheld === null ? end.label : null,
          withheld: endWithheld,
        },
        ...{ fromDay: tie.fromDay, toDay: tie.toDay, records: [...tie.records], reviewOn: tie.reviewOn },
        ...{ note: words.note ?? null, source: words.source ?? null, evaluation: words.evaluation ?? null },
        ...{ category: words.category ?? null, reason: words.reason ?? null, at: tie.at.toISOString() },
        ...said(tie.vis, tie.by, tie.withdrawnAt, isPerson),
      }
    }),
    one: view.one.map(named),
    contradictions: view.contradictions.map(({ first, second }) => ({ first, second })),
    hiddenPersons: view.hiddenPersons,
    erased: view.erased && { at: view.erased.at.toISOString(), reason: view.erased.reason },
  }
}

export const presentThings = ({ things, hiddenPersons, next }: ListedThings): ThingList => ({
  things: things.map((each) => ({
    ...named(each),
    ...{ case: each.case, categories: [...each.categories], at: each.at.toISOString() },
    protected: each.isProtected && each.withheld === null,
  })),
  hiddenPersons,
  next,
})

export const presentCompared = ({ pairs, leftOut }: Compared): ThingDuplicates => ({
  pairs: pairs.map(({ first, second, reasons, verdict }): DuplicatePair => {
    const blank = first.withheld !== null || second.withheld !== null
    return {
      first: named(first),
      second: named(second),
      reasons: reasons.map(({ reason, field, said }) => ({ reason, field, said: [...said] })),
      verdict: verdict && {
        verdict: verdict.verdict,
        why: blank ? null : verdict.why,
        by: verdict.by,
        at: verdict.at.toISOString(),
      },
    }
  }),
  leftOut: leftOut.map((each) => ({ ...each })),
})

export const presentReviews = (listed: {
  readonly things: readonly DueOnList[]
  readonly more: boolean
}): ThingReviews => ({
  things: listed.things.map((each) => ({ ...named(each), case: each.case, dueOn: each.dueOn, said: each.said })),
  more: listed.more,
})

/** Where somebody stands in words of others, and nothing of the words. */
export const presentWords = ({
  places,
  more,
}: {
  readonly places: readonly FoundWords[]
  readonly more: boolean
}): ThingWords => ({
  places: places.map(({ at, ...place }) => ({ ...place, at: at.toISOString() })),
  more,
})
