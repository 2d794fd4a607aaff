import type { Known } from './known.ts'

/** Cases that what is known belongs to, the one that the page was begun with first. */
export function casesIn({ nodes }: Pick<Known, 'nodes'>, begun: string | null): readonly string[] {
  const named = [...nodes.values()].flatMap(({ node, kind, cases }) =>
    kind === 'case' ? [node.slice(5), ...cases] : cases,
  )
  return [...new Set([...(begun ? [begun] : []), ...named])]
}
