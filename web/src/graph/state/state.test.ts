import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { STANDINGS } from '@proofmark/contract/case-words'
import fc from 'fast-check'
import { aNode, anyGraph, aTie, drawn } from '../graph.fixture.ts'
import { fold, groupBy, hide, move, narrow, pin, put, showAgain } from './arrangement.ts'
import { begin, MOST_STEPS, redo, step, undo } from './history.ts'
import { learn, learnAnew, NOTHING_KNOWN } from './known.ts'
import { arrangementOf, differencesOf, joined, lookedAtOf, savedOf } from './saved.ts'
import { shownOf } from './shown.ts'
import { addressOfGraph, startOf } from './start.ts'

const namesOf = ({ nodes }: ReturnType<typeof shownOf>) => nodes.map(({ name }) => name).toSorted()

describe('what is known', () => {
  test('what is not answered when asked anew is gone, with its ties, and no arrangement brings it back', () => {
    const [one, other, third] = [aNode(), aNode({ kind: 'person' }), aNode({ kind: 'place' })]
    const ties = [aTie(one, other), aTie(one, third)]
    const { known, arrangement } = drawn([one, other, third], ties)
    const after = learnAnew(known, [one.node, other.node, third.node], { nodes: [one, third], edges: [], leftOut: [] })
    const shown = shownOf(after, arrangement)
    assert.deepEqual(namesOf(shown), [one.node, third.node].toSorted())
    assert.deepEqual(shown.edges, [])
    assert.equal(after.nodes.has(other.node), false)
  })

  test('asking anew for what was just answered changes nothing', () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, edges }) => {
        const answer = { nodes, edges, leftOut: [] }
        const known = learn(NOTHING_KNOWN, answer)
        const asked = nodes.map(({ node }) => node)
        assert.deepEqual(learnAnew(known, asked, answer), known)
      }),
    )
  })
})

describe('what is shown', () => {
  test('nothing is left out in silence: what is known and placed is drawn, filtered, hidden or folded', () => {
    fc.assert(
      fc.property(
        anyGraph,
        fc.constantFrom(...STANDINGS),
        fc.nat(5),
        fc.array(fc.nat(11)),
        fc.array(fc.nat(11)),
        ({ nodes, edges }, standing, leastDegree, folded, hidden) => {
          const { known, arrangement } = drawn(nodes, edges)
          const nameAt = (place: number) => nodes[place % nodes.length]!.node
          const narrowed = narrow(arrangement, { standings: [standing], leastDegree, fromDay: '2022-01-01' })
          const laid = folded.reduce((laid, place) => fold(laid, nameAt(place), true), narrowed)
          const { nodes: seen, edges: ties, bundles, away } = shownOf(known, hide(laid, hidden.map(nameAt)))
          assert.equal(seen.length + away.filtered + away.hidden + away.folded, nodes.length)
          assert.equal(
            seen.reduce((sum, each) => sum + each.folded, 0),
            away.folded,
          )
          const names = new Set(seen.map(({ name }) => name))
          assert.deepEqual(
            bundles
              .flatMap((each) => each.ties)
              .map(({ id }) => id)
              .sort(),
            ties.map(({ id }) => id).sort(),
          )
          assert.ok(ties.every(({ from, to, kind }) => names.has(from) && names.has(to) && kind === standing))
        },
      ),
    )
  })

  test('nobody is left out for having few ties, and a thing is', () => {
    const { known, arrangement } = drawn([
      aNode({ kind: 'person', degree: null }),
      aNode({ kind: 'telephone', degree: 1 }),
    ])
    const shown = shownOf(known, narrow(arrangement, { leastDegree: 5 }))
    assert.deepEqual(
      shown.nodes.map(({ node }) => node.kind),
      ['person'],
    )
  })

  test('what has no day stays whatever the days, and what is pinned stays whatever is narrowed', () => {
    const [old, undated, kept] = [
      aNode({ fromDay: '2001-01-01', toDay: '2001-01-01' }),
      aNode(),
      aNode({ toDay: '2001-01-01' }),
    ]
    const { known, arrangement } = drawn([old, undated, kept])
    const narrowed = narrow(pin(arrangement, kept.node, true), { fromDay: '2020-01-01' })
    assert.deepEqual(namesOf(shownOf(known, narrowed)), [undated.node, kept.node].toSorted())
  })

  test('folding takes what is tied to it alone, and unfolding brings it back', () => {
    const [centre, leaf, shared, other] = [
      aNode(),
      aNode({ kind: 'parcel' }),
      aNode({ kind: 'group' }),
      aNode({ kind: 'case' }),
    ]
    const ties = [aTie(centre, leaf), aTie(centre, shared), aTie(shared, other)]
    const { known, arrangement } = drawn([centre, leaf, shared, other], ties)
    const folded = shownOf(known, fold(arrangement, centre.node, true))
    assert.deepEqual(namesOf(folded), [centre.node, shared.node, other.node].toSorted())
    assert.equal(folded.nodes.find(({ name }) => name === centre.node)?.folded, 1)
    assert.equal(shownOf(known, fold(fold(arrangement, centre.node, true), centre.node, false)).nodes.length, 4)
  })

  test('what belongs to one case stands in it; what belongs to two, or to none, stands alone', () => {
    const held = aNode({ kind: 'case' })
    const at = held.node.slice(5)
    const elsewhere = aNode({ kind: 'case' }).node.slice(5)
    const [one, both, none] = [aNode({ cases: [at] }), aNode({ cases: [at, elsewhere] }), aNode()]
    const { known, arrangement } = drawn([held, one, both, none])
    const groups = shownOf(known, groupBy(arrangement, 'case')).nodes.map(({ group }) => group)
    assert.deepEqual(groups, [held.node, held.node, null, null])
  })

  test('what is tied to one route stands in its corridor', () => {
    const [route, other, stop, crossing] = [
      aNode({ kind: 'route' }),
      aNode({ kind: 'route' }),
      aNode({ kind: 'place' }),
      aNode(),
    ]
    const ties = [aTie(stop, route), aTie(crossing, route), aTie(other, crossing)]
    const { known, arrangement } = drawn([route, other, stop, crossing], ties)
    const groups = shownOf(known, groupBy(arrangement, 'corridor')).nodes.map(({ group }) => group)
    assert.deepEqual(groups, [route.node, other.node, route.node, null])
  })
})

describe('steps', () => {
  test('as many steps back as forth lead to where one was, and a new step ends what was taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), fc.nat(40), (states, back) => {
        const walked = states.reduce((history, next) => step(history, next), begin(-1))
        const times = Array.from({ length: back })
        const there = times.reduce<typeof walked>(undo, walked)
        assert.deepEqual(times.reduce<typeof walked>(redo, there).now, walked.now)
        assert.deepEqual(redo(step(there, -2)).now, -2)
      }),
    )
  })

  test('the oldest steps are forgotten, never the newest', () => {
    const walked = Array.from({ length: MOST_STEPS + 20 }, (_, place) => place).reduce(step, begin(-1))
    assert.equal(walked.past.length, MOST_STEPS)
    assert.equal(undo(walked).now, MOST_STEPS + 18)
  })

  test('what stands already is not moved when it is put once more, and comes out of hiding', () => {
    const { arrangement } = drawn([aNode()])
    const [name, spot] = [...arrangement.spots][0]!
    const again = put(hide(arrangement, [name]), new Map([[name, { x: 900, y: 900 }]]))
    assert.deepEqual([again.spots.get(name), again.hidden.size], [spot, 0])
    assert.equal(showAgain(hide(arrangement, [name]), [name]).hidden.size, 0)
    const more = put(arrangement, new Map([['place:new', { x: 1, y: 1 }]]))
    assert.deepEqual([...more.spots.keys()], [name, 'place:new'])
  })
})

const CASE = '00000000-0000-4000-8000-000000000001'

describe('what is kept', () => {
  test('an arrangement comes back as it was kept', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(11), ({ nodes, edges }, place) => {
        const { arrangement } = drawn(nodes, edges)
        const name = nodes[place % nodes.length]!.node
        const laid = narrow(hide(fold(pin(arrangement, name, true), name, true), [name]), {
          grades: ['B2', ''],
          leastDegree: 2,
          toDay: '2024-01-01',
          relevance: false,
        })
        const lookedAt = place % 2 === 0 ? { within: CASE, places: true } : { within: null, places: false }
        const kept = savedOf('Supply of the Quay group', laid, lookedAt)
        const back = arrangementOf(kept)
        assert.deepEqual(back, laid)
        assert.deepEqual(lookedAtOf(kept), lookedAt)
        assert.deepEqual(differencesOf(laid, back), { onlyMine: [], onlyTheirs: [], moved: [], otherwise: false })
      }),
    )
  })

  test('of two who rearranged one graph each sees in what they differ, and taking the other’s loses no node', () => {
    const [one, other, third] = [aNode(), aNode(), aNode()]
    const { arrangement } = drawn([one, other])
    const mine = move(arrangement, new Map([[one.node, { x: 5, y: 5 }]]))
    const theirs = hide(put(arrangement, new Map([[third.node, { x: 1, y: 1 }]])), [other.node])
    const { onlyMine, onlyTheirs, moved, otherwise } = differencesOf(mine, theirs)
    assert.deepEqual([onlyMine, onlyTheirs, otherwise], [[], [third.node], false])
    assert.deepEqual(moved.toSorted(), [one.node, other.node].toSorted())
    const more = put(mine, new Map([[`case:${one.node.slice(8)}`, { x: 7, y: 7 }]]))
    assert.deepEqual([...joined(more, theirs).spots.keys()].length, 4)
    assert.deepEqual(joined(more, theirs).hidden, theirs.hidden)
  })
})

describe('the address of a graph', () => {
  test('it names what it begins with, and nothing else', () => {
    const [one, other] = [aNode(), aNode({ kind: 'fired_item' })]
    const start = { nodes: [one.node, other.node], case: one.node.slice(8), graph: other.node.slice(11) }
    const address = addressOfGraph(start)
    assert.deepEqual(startOf(address.split('#')[1]!), start)
    assert.equal(addressOfGraph({}), '/graph')
    assert.deepEqual(startOf('nodes=person:1,<b>&case=x&graph=y'), { nodes: [], case: null, graph: null })
    assert.equal(startOf(`graph=${start.graph}`).graph, null)
  })
})
