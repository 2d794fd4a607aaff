import type { GraphEdge, GraphNode, NodeName } from '@proofmark/contract/schemas/graph'
import { readPartialDate } from '@proofmark/domain/partial-date'
import { useMemo } from 'react'
import { countryName } from '../exchange/country.ts'
import type { Figures } from '../frame/figures.ts'
import { useLanguage } from '../frame/language.tsx'
import { isolated, isolatedValues } from './isolated.ts'
import { leftFigure } from './left-figure.ts'
import type { Texts } from './picture/picture.ts'
import type { Bundle } from './state/bundles.ts'
import type { Known } from './state/known.ts'
import type { Shown } from './state/shown.ts'

/** What nodes and ties are called in the reader's language. */
export interface Words {
  readonly kind: (node: Pick<GraphNode, 'kind'>) => string
  readonly name: (node: GraphNode) => string
  /** What was left out, by what the server calls it. */
  readonly leftOut: (node: NodeName, label: string | null) => string
  /** By its name alone, also where nothing more is known of it. */
  readonly nameOf: (name: NodeName) => string
  readonly relation: (tie: Pick<GraphEdge, 'relation'>) => string
  /** Of a line that may stand for several ties: with their number. */
  readonly relations: (bundle: Pick<Bundle, 'relation' | 'ties'>) => string
  /** What the server says by its place in the catalogue; days as the language sets them. */
  readonly worded: (sentence: { readonly message: string; readonly values: Readonly<Record<string, string>> }) => string
  readonly details: (node: Pick<GraphNode, 'detail'>) => string[]
  readonly why: (tie: Pick<GraphEdge, 'why'>) => string[]
  /** Who said it and when; null for what nobody said. */
  readonly said: (tie: Pick<GraphEdge, 'said'>) => string | null
  readonly days: (dated: { readonly fromDay: string | null; readonly toDay: string | null }) => string | null
}

/** A day, a month, or two of them, as the server words them. */
const DAYS = /^(\d{4}-\d{2}(?:-\d{2})?)(?: – (\d{4}-\d{2}(?:-\d{2})?))?$/
/** Values that are days: no other is taken for one, as a document’s number may look like a month. */
const ARE_DAYS: ReadonlySet<string> = new Set(['day', 'recovered', 'until', 'from'])

function dayShown(figures: Figures, name: string, value: string): string {
  const words = ARE_DAYS.has(name) ? DAYS.exec(value) : null
  if (words === null) return value
  const [, first = '', last = first] = words
  const [from, to] = [readPartialDate(first), readPartialDate(last)]
  if (!from.ok || !to.ok) return value
  return figures.span({ from: from.date.from, to: to.date.to }) ?? value
}

export function useWords({ nodes }: Pick<Known, 'nodes'>): Words {
  const language = useLanguage()
  const { say, figures } = language
  return useMemo(() => {
    const called = (kind: string | undefined, label: string) =>
      kind === 'country' ? countryName(language, label) : label
    const worded: Words['worded'] = ({ message, values }) =>
      say(
        message,
        isolatedValues(
          Object.fromEntries(Object.entries(values).map(([id, value]) => [id, dayShown(figures, id, value)])),
        ),
      )
    const kind: Words['kind'] = (node) => say(`graph.kind.${node.kind}`)
    const name: Words['name'] = ({ label, pointer, kind: of }) => {
      if (pointer !== null) return say('graph.page.door', { agency: pointer.agency })
      return label === null ? say('graph.page.unnamed', { kind: say(`graph.kind.${of}`) }) : called(of, label)
    }
    const nameOf: Words['nameOf'] = (of) => {
      const node = nodes.get(of)
      return node ? name(node) : say('graph.page.unnamed', { kind: say(`graph.kind.${of.split(':')[0]}`) })
    }
    return {
      kind,
      name,
      nameOf,
      leftOut: (of, label) => (label === null ? nameOf(of) : called(of.split(':')[0], label)),
      relation: ({ relation }) => say(`connect.relation.${relation}`),
      relations: ({ relation, ties: { length } }) =>
        length === 1
          ? say(`connect.relation.${relation}`)
          : say('graph.page.several', { relation: say(`connect.relation.${relation}`), figure: figures.count(length) }),
      worded,
      details: ({ detail }) => detail.map(worded),
      why: ({ why }) => why.map(worded),
      said({ said }) {
        if (said === null) return null
        const day = dayShown(figures, 'day', said.on)
        return said.agency === null
          ? say('graph.page.said_by', { name: isolated(said.by), day })
          : say('graph.page.said_by_of', { name: isolated(said.by), agency: isolated(said.agency), day })
      },
      days: ({ fromDay, toDay }) =>
        fromDay === null && toDay === null ? null : figures.span({ from: fromDay, to: toDay }),
    }
  }, [language, say, figures, nodes])
}

/** What is written in the picture. */
export function useTexts(shown: Shown, words: Words): Texts {
  const { say, figures } = useLanguage()
  return useMemo(() => {
    const tieText = ({ relation, kind, ties }: Bundle) => {
      const standing = kind === 'fact' && ties.length === 1 ? null : say(`graph.standing.${kind}`)
      return [words.relations({ relation, ties }), standing].filter((each) => each !== null).join(figures.comma)
    }
    return {
      nodes: new Map(
        shown.nodes.map(({ name, node, spot, left, folded }) => {
          const more = [
            // The handle stands in the evidence and in the table: among so few words it would be the longest.
            ...(node.pointer ? [isolated(node.pointer.desk)] : []),
            left !== 0 && say('graph.page.left_sign', leftFigure(left, say, figures)),
            folded > 0 && say('graph.page.folded_sign', { figure: figures.count(folded) }),
            spot.pinned && say('graph.page.pinned_sign'),
          ].filter((each) => each !== false)
          return [name, { name: isolated(words.name(node)), kind: [words.kind(node), ...more].join(' · ') }] as const
        }),
      ),
      ties: new Map(shown.bundles.map((bundle) => [bundle.id, tieText(bundle)])),
      groups: new Map(
        shown.nodes.flatMap(({ group }) => (group === null ? [] : [[group, isolated(words.nameOf(group))] as const])),
      ),
    }
  }, [shown, words, say, figures])
}
