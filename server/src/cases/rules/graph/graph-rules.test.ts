import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STANDINGS } from '@proofmark/contract/case-words'
import type { GraphLayout } from '@proofmark/contract/schemas/graph'
import { stepsApart } from '@proofmark/domain/serial-count'
import fc from 'fast-check'
import { graphml } from './graphml.ts'
import { carriedOver, visibleLayout } from './layouts.ts'
import { bridgesOf, componentsOf, joinedSince, MEASURED, measurable } from './measures.ts'
import { pathsBetween, type Step, weightOf } from './paths.ts'
import { degreeThatCounts, relevanceOf } from './relevance.ts'
import { numbersBeside, runAround } from './serial-run.ts'
import { type Tied, tied } from './tied.ts'

const NODES = Array.from({ length: 7 }, (_, at) => `case:${at}`)
const anyTies = fc
  .array(fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom(...STANDINGS), fc.constantFrom('2024-01-01', '2026-01-01')), {
    maxLength: 14,
  })
  .map((list) =>
    list.flatMap(([from, to, kind, since], at): Tied[] =>
      from === to
        ? []
        : [tied({ id: `t${at}`, from: NODES[from]!, to: NODES[to]!, relation: 'related_to', kind }, { since })],
    ),
  )

/** Every path without a node twice, by trying all. */
function allPaths(ties: readonly Tied[], from: string, to: string, longest: number): string[] {
  const next = (node: string) =>
    new Set(ties.flatMap((each) => (each.from === node ? each.to : each.to === node ? each.from : [])))
  const follow = (trail: readonly string[]): string[] => {
    const here = trail.at(-1)!
    if (here === to) return [trail.join(' ')]
    if (trail.length > longest) return []
    return [...next(here)].filter((node) => !trail.includes(node)).flatMap((node) => follow([...trail, node]))
  }
  return follow([from]).sort()
}

test('paths are all that there are, each by its best evidenced ties, and in one order whatever came first', () => {
  fc.assert(
    fc.property(anyTies, fc.integer({ min: 1, max: 6 }), (ties, longest) => {
      const [from, to] = [NODES[0]!, NODES[1]!]
      const search = { from, to, longest, left: () => 1 }
      const { paths, cut } = pathsBetween(ties, search)
      assert.equal(cut, false)
      const named = paths.map(({ steps }) => [from, ...steps.map((step) => step.to)].join(' '))
      assert.deepEqual([...named].sort(), allPaths(ties, from, to, longest))
      assert.deepEqual(pathsBetween([...ties].reverse(), search).paths, paths)
      for (const { steps } of paths)
        for (const { from: one, to: other, tie } of steps) {
          const beside = ties.filter((each) => [each.from, each.to].sort().join() === [one, other].sort().join())
          assert.ok(beside.every(({ kind }) => STANDINGS.indexOf(kind) >= STANDINGS.indexOf(tie.kind)))
        }
    }),
    { numRuns: 150 },
  )
})

test('a path of facts alone, up to eight steps, weighs more than any with an assessment or a lead among them', () => {
  const steps = (kinds: readonly (typeof STANDINGS)[number][]): Pick<Step, 'tie'>[] =>
    kinds.map((kind, at) => ({
      tie: tied({ id: `${at}`, from: 'case:a', to: 'case:b', relation: 'related_to', kind }),
    }))
  const facts = weightOf(steps(Array.from({ length: 8 }, () => 'fact')))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STANDINGS), { minLength: 1, maxLength: 8 }), (kinds) => {
      const weight = weightOf(steps(kinds))
      assert.ok(weight > 0 && weight < 1)
      assert.equal(weight < facts || kinds.every((kind) => kind === 'fact'), true)
    }),
  )
})

test('what a tie counts for falls with how common its ends are, and never above what it is by its standing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STANDINGS), fc.nat(100_000), fc.nat(100_000), (standing, one, other) => {
      const relevance = relevanceOf(standing, one, other)
      assert.ok(relevance > 0 && relevance <= 1)
      assert.equal(relevance, relevanceOf(standing, other, one))
      assert.ok(relevanceOf(standing, one + 10, other) <= relevance)
      for (const kind of ['person', 'group', 'organisation'] as const)
        assert.equal(degreeThatCounts(kind, one), degreeThatCounts(kind, other), 'nobody is measured by their ties')
    }),
  )
})

test('a bridge is what parts its component when it is gone, and no other tie does', () => {
  fc.assert(
    fc.property(anyTies, (ties) => {
      const whole = componentsOf(NODES, ties).length
      const bridges = new Map(bridgesOf(NODES, ties).map(({ tie, apart }) => [tie.id, apart]))
      for (const tie of ties) {
        const parted = componentsOf(
          NODES,
          ties.filter(({ id }) => id !== tie.id),
        )
        assert.equal(parted.length > whole, bridges.has(tie.id), tie.id)
        const sizeOf = (node: string) => parted.find(({ nodes }) => nodes.includes(node))!.nodes.length
        if (bridges.has(tie.id)) assert.deepEqual(bridges.get(tie.id), [sizeOf(tie.from), sizeOf(tie.to)])
      }
    }),
    { numRuns: 100 },
  )
})

test('what has joined since a day are the components of before, and all of each', () => {
  fc.assert(
    fc.property(anyTies, (ties) => {
      for (const parts of joinedSince(NODES, ties, '2025-01-01')) {
        const all = parts.flatMap(({ nodes }) => nodes).sort()
        assert.ok(parts.length > 1)
        assert.ok(componentsOf(NODES, ties).some(({ nodes }) => nodes.join() === all.join()))
      }
    }),
    { numRuns: 50 },
  )
})

test('no person, group or organisation is measured, nor what stands for somebody', () => {
  for (const kind of ['person', 'group', 'organisation', 'telephone', 'vehicle', 'address', 'account'] as const)
    assert.equal(MEASURED.has(kind), false)
  const tie = tied({ id: 't', from: 'person:a', to: 'firearm:b', relation: 'possessed', kind: 'fact' })
  assert.deepEqual(measurable(['person:a', 'firearm:b'], [tie]), { nodes: ['firearm:b'], ties: [] })
})

test('numbers in series stand beside each other from either side, and a run ends at the first wide gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 9_800 }), fc.integer({ min: -50, max: 50 }), (number, apart) => {
      const [one, other] = [number, number + apart].map((each) => `AB${String(each).padStart(5, '0')}`) as [
        string,
        string,
      ]
      assert.equal(stepsApart(one, other), apart)
      assert.equal(numbersBeside(one, 50).includes(other), apart !== 0)
      assert.equal(numbersBeside(other, 50).includes(one), apart !== 0)
    }),
  )
  const run = runAround('AB10010', ['AB10008', 'AB10013', 'AB10018', 'AB10024', 'AC10011', 'AB10009X'])
  assert.deepEqual(
    [...run],
    [
      ['AB10008', -2],
      ['AB10013', 3],
      ['AB10018', 8],
    ],
  )
  assert.deepEqual(numbersBeside('A1', 5), [], 'a short number stands beside everything')
  assert.deepEqual(numbersBeside('A123', 5), [])
  assert.deepEqual(numbersBeside('ABC123', 1), ['ABC122', 'ABC124'], 'three digits count behind a block of letters')
  assert.equal(stepsApart('ABC123', 'ABD124'), null)
  assert.equal(stepsApart('ABC999', 'ABC1000'), null)
})

test('a GraphML file holds whatever a node is called without breaking', () => {
  const data = { label: `</node>"&'<x>\u0000\uD800`, kind: null }
  const file = graphml({ nodes: [{ id: 'a"b', data }], edges: [] })
  assert.match(
    file,
    /<node id="a&quot;b"><data key="n_label">&lt;\/node&gt;&quot;&amp;&apos;&lt;x&gt;\uFFFD\uFFFD<\/data><\/node>/,
  )
})

test('whoever sees less takes nothing from a layout of who sees more, and sees nothing of it', () => {
  const anyLayout = fc.uniqueArray(fc.nat(9)).map(
    (list): GraphLayout => ({
      name: 'n',
      nodes: list.map((at) => ({ node: `case:${at}`, x: at, y: 0, pinned: false, collapsed: false })),
      ...{ hidden: [], group: 'none', filters: { relevance: true } },
    }),
  )
  const sees = (node: string) => Number(node.slice('case:'.length)) < 5
  fc.assert(
    fc.property(anyLayout, anyLayout, (before, arranged) => {
      const shown = visibleLayout(before, sees)
      assert.ok(shown.nodes.every(({ node }) => sees(node)))
      const kept = carriedOver(visibleLayout(arranged, sees), before, sees)
      for (const { node } of before.nodes) if (!sees(node)) assert.ok(kept.nodes.some((each) => each.node === node))
      assert.deepEqual(visibleLayout(kept, sees), visibleLayout(arranged, sees))
    }),
    { numRuns: 50 },
  )
})
