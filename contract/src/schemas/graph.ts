import * as z from 'zod'
import { FINDING_ORDERS, GRAPH_QUESTIONS, NODE_KINDS, RELATIONS, STANDINGS } from '../case-words.ts'
import { day, grounds, identifier, shownReference, text } from './common.ts'
import { supplyRecord, supplySaid } from './graph-supply.ts'

/** A node as it is named everywhere: its kind and its identifier. A firearm bears that of any record of it. */
export const nodeName = z
  .string()
  .max(60)
  .regex(new RegExp(`^(${NODE_KINDS.join('|')}):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`))
export type NodeName = z.output<typeof nodeName>

/** Persons whom records and recoveries name, on the ground of a case in which the reader works; whoever is shown is logged. */
export const namedWanted = z.strictObject({
  case: identifier,
  /** What is drawn beside what is asked for, and may name somebody as well. */
  drawn: z.array(nodeName).max(200).optional(),
})
export type NamedWanted = z.output<typeof namedWanted>

/** What of the graph is wanted; what is not said is not narrowed. */
export const narrowing = {
  kinds: z.array(z.enum(NODE_KINDS)).max(NODE_KINDS.length).optional(),
  standings: z.array(z.enum(STANDINGS)).max(STANDINGS.length).optional(),
  /** What was so on some day of these; what has no date stays. */
  fromDay: day.optional(),
  toDay: day.optional(),
  /** Only within this case: what was given to it or said in it, and what that rests on. */
  within: identifier.nullish(),
  /** Common values tie nothing and the nearest come first; false: in the order of their names, common values as well. */
  relevance: z.boolean().default(true),
  /** Places that records state are nodes as well, and countries that routes of recoveries name. */
  places: z.boolean().optional(),
  /** Persons whom the records and recoveries that are drawn name are nodes as well. */
  named: namedWanted.optional(),
  /** Victims and witnesses too: an entry of the log of its own. */
  protectedPersons: z.boolean().default(false),
}

/** From so many nodes a step may be taken at once; how more of them are tied to each other is asked without one. */
export const MOST_STEPPED_FROM = 200
/** So many nodes may be asked about at once, and are kept with a graph. */
export const MOST_OF_GRAPH = 2_000

export const graphExpandRequest = z
  .strictObject({
    /** At most 200 where a step is taken from them. */
    nodes: z.array(nodeName).min(1).max(MOST_OF_GRAPH),
    /** How many steps from them; 0: themselves and what ties them to each other. */
    steps: z.int().min(0).max(3).default(1),
    /** How many nodes to answer with, those asked for included. */
    most: z.int().min(1).max(1_000).default(100),
    ...narrowing,
    grounds,
  })
  .superRefine(({ nodes, steps }, issues) => {
    if (steps > 0 && nodes.length > MOST_STEPPED_FROM)
      issues.addIssue({
        code: 'too_big',
        origin: 'array',
        maximum: MOST_STEPPED_FROM,
        inclusive: true,
        input: nodes,
        path: ['nodes'],
      })
  })
export type GraphExpandRequest = z.output<typeof graphExpandRequest>

const node = z.strictObject({
  node: nodeName,
  kind: z.enum(NODE_KINDS),
  /** What it is called: a make and a mark, a name, a reference. Null where nothing of it may be shown or is known. */
  label: z.string().nullable(),
  /** One or two things more, as words of the reader's language make them: message and values. */
  detail: z.array(z.strictObject({ message: z.string(), values: z.record(z.string(), z.string()) })),
  /** Records of a firearm that the reader may see. */
  records: z.array(identifier),
  /** When it was, where it has a time. */
  fromDay: day.nullable(),
  toDay: day.nullable(),
  /** How many it is tied to that the reader may see; null for persons, groups and organisations, of whom no figure is told. */
  degree: z.int().min(0).nullable(),
  /** Is it tied to more than is in this answer? */
  more: z.boolean(),
  /** Cases of the reader's that it belongs to. */
  cases: z.array(identifier),
  /** A victim or a witness. */
  protected: z.boolean(),
  /** Somebody else's, of which only this may be told. */
  pointer: z.strictObject({ agency: z.string(), desk: z.string(), handle: z.string() }).nullable(),
})
export type GraphNode = z.output<typeof node>

const edge = z.strictObject({
  /** Stable for the same tie. */
  id: z.string(),
  from: nodeName,
  to: nodeName,
  relation: z.enum(RELATIONS),
  kind: z.enum(STANDINGS),
  /** Records that it rests on and that the reader may see. */
  records: z.array(identifier),
  case: identifier.nullable(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
  /** As its originator graded it, in the originator's scheme. */
  grade: z.string().nullable(),
  /** Why it is there, in words. */
  why: z.array(z.strictObject({ message: z.string(), values: z.record(z.string(), z.string()) })),
  /** Who said it and when; null for what follows from records alone. */
  said: z.strictObject({ by: z.string(), agency: z.string().nullable(), on: day }).nullable(),
  /** How much it counts for, between 0 and 1: a pure rule of standing, grade and how common its ends are. */
  relevance: z.number().min(0).max(1),
})
export type GraphEdge = z.output<typeof edge>

/** What was left out, and why: nothing is left out in silence. */
const leftOut = z.strictObject({
  /**
   * `not_visible`: asked for, and not there for this reader, or no more. `outside_case`: asked for, and not within the case.
   * `review_due`: persons whom records name and of whom it is to be decided first whether they are kept.
   */
  reason: z.enum([
    'common_value',
    'most_reached',
    'too_many_neighbours',
    'hidden_persons',
    'not_visible',
    'outside_case',
    'review_due',
  ]),
  node: nodeName.nullable(),
  /** What it is called, where the reader may see it and it is called something. */
  label: z.string().nullable(),
  /** Null where it would be a figure of somebody. */
  count: z.int().min(0).nullable(),
})
export type LeftOut = z.output<typeof leftOut>

export const graphAnswer = z.strictObject({ nodes: z.array(node), edges: z.array(edge), leftOut: z.array(leftOut) })
export type GraphAnswer = z.output<typeof graphAnswer>

export const graphConnectRequest = z.strictObject({
  from: nodeName,
  to: nodeName,
  /** How many paths, the best evidenced of the shortest first. */
  most: z.int().min(1).max(50).default(10),
  /** Of how many steps at most. */
  longest: z.int().min(1).max(8).default(6),
  /** Only paths whose days do not go back from the first end to the second; what has no day fits, and is told to have none. */
  inOrder: z.boolean().optional(),
  ...narrowing,
  grounds,
})
export type GraphConnectRequest = z.output<typeof graphConnectRequest>

const step = z.strictObject({
  from: nodeName,
  to: nodeName,
  relation: z.enum(RELATIONS),
  /** Is the relation said in the direction of the path? Else it is said from `to`. */
  forward: z.boolean(),
  kind: z.enum(STANDINGS),
  records: z.array(identifier),
  /** When it was, as far as it is known; a side that is null is open. */
  fromDay: day.nullable(),
  toDay: day.nullable(),
})
const path = z.strictObject({ steps: z.array(step), weight: z.number().min(0).max(1) })
export const graphPaths = z.strictObject({
  paths: z.array(path),
  /** The nodes and ties of the paths, to be drawn. */
  graph: graphAnswer,
})
export type GraphPaths = z.output<typeof graphPaths>

export const graphAskRequest = z.strictObject({
  question: z.enum(GRAPH_QUESTIONS),
  nodes: z.array(nodeName).min(1).max(50),
  /** For what changed. */
  since: day.optional(),
  ...narrowing,
  grounds,
})
export type GraphAskRequest = z.output<typeof graphAskRequest>

export const graphFindings = z.strictObject({
  question: z.enum(GRAPH_QUESTIONS),
  /** What was asked, in words: how it is worked out and what it does not say. */
  definition: z.string(),
  findings: z.array(
    z.strictObject({
      /** In words. */
      message: z.string(),
      values: z.record(z.string(), z.string()),
      nodes: z.array(nodeName),
      paths: z.array(path),
      /** Records that it rests on, where no tie says it. */
      records: z.array(identifier),
      /** When it was and how it stands to those above it; only where the question asks for an order. */
      fromDay: day.nullable(),
      toDay: day.nullable(),
      order: z.enum(FINDING_ORDERS).nullable(),
      /** Where it tells of the supply of a firearm. */
      supply: supplySaid.nullable(),
      /** What of its records states the supply, the first of them. */
      evidence: z.array(supplyRecord),
    }),
  ),
  graph: graphAnswer,
})
export type GraphFindings = z.output<typeof graphFindings>

/** Of objects, places and cases alone: persons are never measured. */
export const graphMeasures = z.strictObject({
  /** What is measured and what is not, in words. */
  definition: z.string(),
  components: z.array(z.strictObject({ nodes: z.array(nodeName), size: z.int() })),
  bridges: z.array(
    z.strictObject({ edge: z.string(), from: nodeName, to: nodeName, apart: z.tuple([z.int(), z.int()]) }),
  ),
  /** What hung apart until the day that was asked about and hangs together since: the parts of each. */
  joined: z.array(z.array(z.strictObject({ nodes: z.array(nodeName) }))),
  leftOut: z.array(leftOut),
})
export type GraphMeasures = z.output<typeof graphMeasures>

/** How somebody laid a graph out: kept with its case, by versions, so that two who rearrange one see both. */
export const graphLayout = z.strictObject({
  name: shownReference,
  nodes: z
    .array(
      z.strictObject({
        node: nodeName,
        x: z.number().min(-1e6).max(1e6),
        y: z.number().min(-1e6).max(1e6),
        pinned: z.boolean().default(false),
        collapsed: z.boolean().default(false),
      }),
    )
    .max(MOST_OF_GRAPH),
  hidden: z.array(nodeName).max(MOST_OF_GRAPH).default([]),
  group: z.enum(['none', 'case', 'corridor']).default('none'),
  filters: z
    .strictObject({
      kinds: z.array(z.enum(NODE_KINDS)).max(NODE_KINDS.length).optional(),
      standings: z.array(z.enum(STANDINGS)).max(STANDINGS.length).optional(),
      /** As their originators wrote them; an empty one stands for what has none. */
      grades: z.array(z.string().max(40)).max(50).optional(),
      fromDay: day.optional(),
      toDay: day.optional(),
      /** Of things; nobody is left out for how many ties they have. */
      leastDegree: z.int().min(0).max(1_000).optional(),
      relevance: z.boolean().default(true),
    })
    .default({ relevance: true }),
  /** The case that the graph was narrowed to, and whether places were drawn: so it is looked at again. */
  within: identifier.nullish(),
  places: z.boolean().optional(),
  note: text(2_000).optional(),
})
export type GraphLayout = z.output<typeof graphLayout>
