import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { NODE_KINDS } from '@proofmark/contract/case-words'
import fc from 'fast-check'
import { aNode, anyGraph, aTie, drawn, manyNodes } from '../graph.fixture.ts'
import { isolatedValues } from '../isolated.ts'
import { meaningsOf } from '../meanings.ts'
import { groupBy, hide, move, type Point } from '../state/arrangement.ts'
import { shownOf } from '../state/shown.ts'
import { byName, timelineOf } from '../twins/order.ts'
import { blocksFor } from './blocks.ts'
import { LEADING, labelsOf } from './labels.ts'
import { layAnew, spotsFor } from './lay.ts'
import { inTurn, nodeAfter } from './moves.ts'
import { middleOf, pictureOf, type Texts } from './picture.ts'
import { placesFor } from './place.ts'
import { CORNERS, SHAPES, shapeOf } from './shapes.ts'
import { escaped, ON_PAPER, svgOf } from './svg.ts'
import { under } from './under.ts'
import { cross } from './untangle.ts'
import { fitted, inPicture, isInSight, nearer } from './view.ts'

const NO_TEXTS: Texts = { nodes: new Map(), ties: new Map(), groups: new Map() }

const tiesOf = ({ edges }: { readonly edges: readonly { readonly from: string; readonly to: string }[] }) =>
  edges.map(({ from, to }) => [from, to] as const)

describe('spots', () => {
  test('what stands is not moved, what comes in stands apart, and the same graph lies in the same way', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(11), (graph, count) => {
        const names = graph.nodes.map(({ node }) => node)
        const first = spotsFor(new Map(), names.slice(0, count), tiesOf(graph))
        const then = spotsFor(first, names, tiesOf(graph))
        assert.ok(names.slice(0, count).every((name) => !then.has(name)))
        assert.equal(first.size + then.size, names.length)
        const all = [...first.values(), ...then.values()]
        for (const [place, one] of all.entries())
          for (const other of all.slice(place + 1)) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 20)
        assert.deepEqual(spotsFor(first, names, tiesOf(graph)), then)
      }),
      { numRuns: 50 },
    )
  })

  test('five hundred around one lie within reach of it, each on its own', () => {
    const [centre, ...others] = Array.from({ length: 501 }, () => aNode())
    const places = placesFor(
      new Map([[centre!.node, { x: 0, y: 0 }]]),
      others.map(({ node }) => node),
      others.map(({ node }) => [centre!.node, node] as const),
    )
    assert.equal(places.size, 500)
    assert.equal(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size, 500)
    assert.ok([...places.values()].every(({ x, y }) => Math.hypot(x, y) < 2_000))
  })
})

test('a calibre in a sentence of another direction is isolated, and a word or a count that the sentence chooses by is not', () => {
  assert.deepEqual(isolatedValues({ calibre: '9×19 mm', word: 'test_fire', count: '3' }), {
    ...{ calibre: '\u20689×19 mm\u2069', word: 'test_fire', count: '3' },
  })
})

describe('laying anew', () => {
  const crossings = (places: ReadonlyMap<string, Point>, ties: readonly (readonly [string, string])[]) =>
    ties.flatMap(([a, b], at) =>
      ties
        .slice(at + 1)
        .filter(([c, d]) => new Set([a, b, c, d]).size === 4)
        .filter(([c, d]) => cross(places.get(a)!, places.get(b)!, places.get(c)!, places.get(d)!)),
    ).length

  test('every node has one spot apart from the others, what is held stays, and the same graph lies in the same way', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(3), (graph, count) => {
        const names = graph.nodes.map(({ node }) => node)
        const held = new Map(names.slice(0, count).map((name, place) => [name, { x: place * 400, y: place * 70 }]))
        const places = layAnew(names, tiesOf(graph), held)
        assert.equal(places.size, names.length)
        for (const [name, { x, y }] of held) assert.deepEqual(places.get(name), { x, y })
        const all = [...places.values()]
        for (const [place, one] of all.entries())
          for (const other of all.slice(place + 1)) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 20)
        assert.deepEqual(layAnew(names, tiesOf(graph), held), places)
      }),
      { numRuns: 50 },
    )
  })

  test('what can be drawn without a crossing is, and of a case fewer lines cross than where each comes in by itself', () => {
    const { nodes, edges } = manyNodes(24)
    const [names, ties] = [nodes.map(({ node }) => node), tiesOf({ edges })]
    assert.equal(crossings(layAnew(names, ties), ties), 0)
    const large = manyNodes(60)
    const [many, theirs] = [large.nodes.map(({ node }) => node), tiesOf(large)]
    assert.ok(crossings(layAnew(many, theirs), theirs) * 4 < crossings(placesFor(new Map(), many, theirs), theirs))
  })
})

describe('moving through the picture', () => {
  const places = new Map([
    ['one', { x: 0, y: 0 }],
    ['far', { x: 300, y: 10 }],
    ['near', { x: 100, y: -60 }],
    ['below', { x: 20, y: 90 }],
  ])

  test('an arrow leads to the nearest that lies that way, and stays where nothing does', () => {
    assert.equal(nodeAfter(places, 'one', 'ArrowRight'), 'near')
    assert.equal(nodeAfter(places, 'near', 'ArrowRight'), 'far')
    assert.equal(nodeAfter(places, 'one', 'ArrowDown'), 'below')
    assert.equal(nodeAfter(places, 'one', 'ArrowLeft'), 'one')
  })

  test('one after another, every node is reached', () => {
    const names = [...places.keys()]
    const walked = names.reduce<(string | null)[]>((seen) => [...seen, inTurn(names, seen.at(-1) ?? null, 1)], [])
    assert.deepEqual(walked, names)
    assert.equal(inTurn(names, 'one', -1), 'below')
    assert.equal(inTurn([], null, 1), null)
  })
})

describe('groups', () => {
  test('each has ground of its own: nothing of another lies within it', () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, edges }) => {
        const { known, arrangement } = drawn(
          nodes.map((node, place) => ({ ...node, cases: place % 3 === 0 ? [] : [`${place % 3}`] })),
          edges,
        )
        const shown = shownOf(known, groupBy(arrangement, 'case'))
        const places = blocksFor(shown)
        assert.equal(places.size, shown.nodes.length)
        const { groups } = pictureOf(shownOf(known, move(groupBy(arrangement, 'case'), places)), NO_TEXTS)
        for (const [place, one] of groups.entries())
          for (const other of groups.slice(place + 1))
            assert.ok(
              one.x + one.width <= other.x ||
                other.x + other.width <= one.x ||
                one.y + one.height <= other.y ||
                other.y + other.height <= one.y,
            )
      }),
      { numRuns: 40 },
    )
  })
})

describe('the drawing', () => {
  test('every kind has a shape, and somebody else’s is a door', () => {
    assert.ok(NODE_KINDS.every((kind) => SHAPES.includes(shapeOf({ kind, pointer: null }))))
    const pointer = { agency: 'Customs', desk: 'Front desk', handle: 'H-1' }
    assert.equal(shapeOf({ kind: 'record', pointer }), 'door')
    const corners = Object.values(CORNERS).flatMap((each) => each?.flat() ?? [])
    assert.ok(corners.every((corner) => Math.abs(corner) <= 1))
  })

  test('no name, however written, becomes more than a name in the file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
        (name) => {
          const safe = escaped(name)
          assert.doesNotMatch(safe, /[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/)
          assert.ok([...safe].every((each) => (each < ' ' ? '\t\n\r'.includes(each) : !'\ufffe\uffff'.includes(each))))
          assert.ok(safe.isWellFormed())
        },
      ),
      { numRuns: 30 },
    )
    const [one, other] = [aNode(), aNode()]
    const { known, arrangement } = drawn([one, other], [aTie(one, other, { kind: 'lead' })])
    const texts: Texts = {
      nodes: new Map([[one.node, { name: '<script>alert(1)</script>', kind: '"&' }]]),
      ties: new Map([[`${one.node} ${other.node}`, 'sold, lead']]),
      groups: new Map(),
    }
    const file = svgOf(pictureOf(shownOf(known, arrangement), texts), 'A & B', 'en')
    assert.match(file, /^<svg [^>]*viewBox="-135 -135 495 270"/)
    assert.match(file, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
    assert.match(file, /<title>A &amp; B<\/title>/)
    assert.match(file, /stroke-dasharray="9 6"/)
    assert.doesNotMatch(file, /<script|<style|href/)
  })

  test('ties of one relation are one line with the strongest standing; others run beside it, each where it can be met', () => {
    const [one, other] = [aNode(), aNode()]
    const ties = [
      aTie(one, other, { id: 'lead', kind: 'lead' }),
      aTie(one, other, { id: 'fact', kind: 'fact' }),
      aTie(other, one, { id: 'back', kind: 'lead' }),
      aTie(one, other, { id: 'used', relation: 'used_in' }),
    ]
    const { known, arrangement } = drawn([one, other], ties)
    const picture = pictureOf(shownOf(known, arrangement), NO_TEXTS)
    assert.deepEqual(
      picture.ties.map(({ id, standing, named }) => [id, standing, named]),
      [
        ['fact', 'fact', true],
        ['back', 'lead', true],
        ['used', 'fact', true],
      ],
    )
    for (const tie of picture.ties) assert.deepEqual(under(picture, middleOf(tie), 3), { what: 'tie', id: tie.id })
    for (const { name, x, y } of picture.nodes) assert.deepEqual(under(picture, { x, y }, 3), { what: 'node', name })
    assert.equal(under(picture, { x: 75, y: 200 }, 3), null)
  })

  test('no label lies over another or over a node, and those of what is looked at are always there', () => {
    fc.assert(
      fc.property(anyGraph, fc.double({ min: 0.05, max: 3, noNaN: true }), ({ nodes, edges }, scale) => {
        const { known, arrangement } = drawn(nodes, edges)
        const texts = new Map(nodes.map(({ node }) => [node, { name: `The name of ${node}`, kind: 'kind' }]))
        const picture = pictureOf(shownOf(known, arrangement), { ...NO_TEXTS, nodes: texts })
        const measure = (text: string) => 6 * text.length
        const labels = labelsOf(picture, scale, measure, null)
        for (const [place, one] of labels.entries()) {
          for (const other of labels.slice(place + 1))
            assert.ok(
              Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
                one.y + one.lines.length * LEADING <= other.y ||
                other.y + other.lines.length * LEADING <= one.y,
            )
          const [top, foot] = [one.y, one.y + one.lines.length * LEADING]
          for (const { x, y } of picture.nodes)
            assert.ok(Math.abs(x * scale - one.x) >= one.width / 2 || y * scale <= top || y * scale >= foot)
        }
        const looked = picture.nodes[0]!
        const isThere = labelsOf(picture, scale, measure, looked.name).some(({ x }) => x === looked.x * scale)
        assert.ok(isThere)
      }),
      { numRuns: 40 },
    )
  })

  test('all of it is in sight, and what lies under the hand stays there while it comes nearer', () => {
    fc.assert(
      fc.property(anyGraph, fc.double({ min: 0.1, max: 10, noNaN: true }), ({ nodes, edges }, by) => {
        const { known, arrangement } = drawn(nodes, edges)
        const picture = pictureOf(shownOf(known, arrangement), NO_TEXTS)
        const size = { width: 800, height: 500 }
        const view = fitted(picture.frame, size, 0, null)
        assert.ok(view.scale <= 1.5)
        for (const node of picture.nodes) assert.ok(isInSight(view, size, node))
        const hand = { x: 300, y: 200 }
        const [before, after] = [inPicture(view, hand), inPicture(nearer(view, by, hand), hand)]
        assert.ok(Math.hypot(before.x - after.x, before.y - after.y) < 1e-6)
      }),
      { numRuns: 40 },
    )
  })

  test('a file says what its shapes and lines mean, below the picture, and of no others', () => {
    const [person, firearm] = [aNode({ kind: 'person' }), aNode({ kind: 'firearm' })]
    const { known, arrangement } = drawn([person, firearm], [aTie(person, firearm, { kind: 'lead' })])
    const shown = shownOf(known, arrangement)
    const picture = pictureOf(shown, NO_TEXTS)
    const meanings = meaningsOf(shown, (id) => id)
    const [plain, told] = [svgOf(picture, 'Graph', 'en'), svgOf(picture, 'Graph', 'en', ON_PAPER, meanings)]
    const meant = [...told.matchAll(/graph\.(?:page\.shape|standing)\.\w+/g)].map(([id]) => id)
    assert.deepEqual(meant, ['graph.page.shape.firearm', 'graph.page.shape.person', 'graph.standing.lead'])
    const heightOf = (svg: string) => Number(/ height="([\d.]+)"/.exec(svg)?.[1])
    assert.ok(heightOf(told) > heightOf(plain))
    assert.match(told, /stroke-dasharray="9 6"/)
  })

  test('what is hidden is in no file', () => {
    const [one, other] = [aNode(), aNode()]
    const { known, arrangement } = drawn([one, other], [aTie(one, other)])
    const { nodes, ties } = pictureOf(shownOf(known, hide(arrangement, [other.node])), NO_TEXTS)
    assert.deepEqual([nodes.map(({ name }) => name), ties], [[one.node], []])
  })
})

describe('the twins', () => {
  test('the timeline goes from the earliest to the latest, and what has no day stands apart', () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, edges }) => {
        const { known, arrangement } = drawn(nodes, edges)
        const shown = shownOf(known, arrangement)
        const { dated, undated } = timelineOf(shown)
        const days = dated.map(({ day }) => day)
        assert.deepEqual(days, days.toSorted())
        const inTime = dated.filter(({ what }) => what === 'node').length
        assert.equal(inTime + undated.length, shown.nodes.length)
      }),
    )
  })

  test('the table goes by kind and name, whatever anybody is tied to', () => {
    const many = aNode({ kind: 'person', label: 'Zora', degree: 90 })
    const { known, arrangement } = drawn([many, aNode({ kind: 'person', label: 'Adil', degree: 1 })])
    const rows = byName(
      shownOf(known, arrangement).nodes,
      ({ node }) => ({ kind: node.kind, name: node.label ?? '' }),
      'en',
    )
    assert.deepEqual(
      rows.map(({ node }) => node.label),
      ['Adil', 'Zora'],
    )
  })
})
