import { EVENT_KINDS } from '@proofmark/domain/event-kind'
import { ROW_KINDS } from '@proofmark/domain/row-kind'
import * as z from 'zod'
import { NODE_KINDS } from '../case-words.ts'
import { day, grounds, identifier, text } from './common.ts'
import { graphLayout, namedWanted, narrowing, nodeName } from './graph.ts'

/** To find nodes to start from. A value as a whole, the beginning of one or of one of its words, a reference, a mark, a make and a mark. */
export const graphFindRequest = z.strictObject({
  text: text(200).regex(/\S/),
  kinds: z.array(z.enum(NODE_KINDS)).max(NODE_KINDS.length).optional(),
  grounds,
})
export type GraphFindRequest = z.output<typeof graphFindRequest>

export const graphMeasuresRequest = z.strictObject({
  nodes: z.array(nodeName).min(1).max(2_000),
  /** Only within this case. */
  within: identifier.nullish(),
  /** What is new since this day is told apart. */
  since: day.optional(),
  relevance: z.boolean().default(true),
  grounds,
})
export type GraphMeasuresRequest = z.output<typeof graphMeasuresRequest>

/** Keeps a layout as the next version of a graph of a case. */
export const graphSaveRequest = z.strictObject({
  /** Chosen by the client. */
  graph: identifier,
  case: identifier,
  /** The version that was rearranged; 0 for a new graph. */
  base: z.int().min(0),
  layout: graphLayout,
  grounds,
})
export type GraphSaveRequest = z.output<typeof graphSaveRequest>

const version = z.strictObject({
  version: z.int().min(1),
  base: z.int().min(0),
  name: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
})

export const graphSaved = z.strictObject({
  graph: identifier,
  version: z.int().min(1),
  /** What others saved from the same base or after it: nothing of it is lost, and nothing is merged. */
  beside: z.array(version),
})
export type GraphSaved = z.output<typeof graphSaved>

export const graphOpenRequest = z.strictObject({
  case: identifier,
  graph: identifier,
  /** The last, where none is said. */
  version: z.int().min(1).optional(),
  /** Where persons whom records name lie, as far as what names them is drawn. */
  named: namedWanted.optional(),
  grounds,
})
export type GraphOpenRequest = z.output<typeof graphOpenRequest>

export const graphOpened = z.strictObject({
  graph: identifier,
  case: identifier,
  ...version.shape,
  layout: graphLayout,
  /** All versions, the last first. */
  versions: z.array(version),
})
export type GraphOpened = z.output<typeof graphOpened>

export const graphListRequest = z.strictObject({ case: identifier, grounds })
export const graphList = z.strictObject({ graphs: z.array(z.strictObject({ graph: identifier, ...version.shape })) })
export type GraphList = z.output<typeof graphList>

export const GRAPH_FORMS = ['csv', 'graphml'] as const
export const GRAPH_AUDIENCES = ['own', 'court', 'onward'] as const
/** What is drawn, as a file: these nodes and the ties between them. */
export const graphExportRequest = z.strictObject({
  form: z.enum(GRAPH_FORMS),
  nodes: z.array(nodeName).min(1).max(2_000),
  /** For whom: what handling codes keep from a court or from another state is left out of theirs. */
  audience: z.enum(GRAPH_AUDIENCES).default('own'),
  ...narrowing,
  grounds,
})
export type GraphExportRequest = z.output<typeof graphExportRequest>

/** Records somebody whom a record or a recovery names as a person or an organisation of the case on whose ground they are shown. */
export const graphRecordRequest = z.strictObject({
  case: identifier,
  named: nodeName,
  /** What names them. */
  by: nodeName,
  grounds,
})
export type GraphRecordRequest = z.output<typeof graphRecordRequest>
export const graphRecorded = z.strictObject({ thing: nodeName })

export const consignmentRequest = z.strictObject({ record: identifier, grounds })

export const CONSIGNMENT_REASONS = ['same_document', 'same_lot', 'serial_range', 'serial_run'] as const
export type ConsignmentReason = (typeof CONSIGNMENT_REASONS)[number]

export const consignmentShown = z.strictObject({
  /** The record that was asked about. */
  record: identifier,
  node: nodeName,
  members: z.array(
    z.strictObject({
      record: identifier,
      source: z.string(),
      key: z.string(),
      /** The firearm of which it speaks; a licence or a packing list of many items is itself. */
      firearm: nodeName,
      event: z.enum(EVENT_KINDS),
      rowKind: z.enum(ROW_KINDS),
      /** As stated: a licence, a packing list, a delivery note. */
      document: z.string().nullable(),
      /** As stated: a number, a lot, or a run of numbers. */
      numbers: z.string().nullable(),
      quantity: z.number().nullable(),
      fromDay: day.nullable(),
      toDay: day.nullable(),
      reasons: z.array(z.enum(CONSIGNMENT_REASONS)),
      /** The same in words. */
      why: z.string(),
    }),
  ),
  leftOut: z.array(
    z.strictObject({ reason: z.enum(CONSIGNMENT_REASONS), value: z.string(), count: z.int().min(0), why: z.string() }),
  ),
})
export type ConsignmentShown = z.output<typeof consignmentShown>
