import type { Relation, Standing } from '@proofmark/contract/case-words'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { internVisibility } from '../access/commands/intern-visibility.ts'
import type { Context, Run } from '../access/context.ts'
import { idOf, kindOf, type NodeName } from '../cases/rules/graph/node.ts'
import { routeCountries } from '../custody/rules/recovery-route.ts'

/** A case that names people, and the class in which everything of it is kept. */
export interface CaseRows {
  readonly id: string
  readonly reference: string
  readonly members: readonly string[]
  /** Until when the members are let in. */
  readonly until?: Date | undefined
}

/** Opens a case in the name of whoever runs: first what transactions may see by, then the case itself. Answers its class. */
export async function openCaseRows(run: Run, { id, reference, members, until }: CaseRows): Promise<number> {
  const vis = await run(async (context) => {
    const { client, reader } = context
    const agency = reader.agency!.id
    await client.query('INSERT INTO compartment (id, case_id, agency_id, opened_by) VALUES ($1, $1, $2, $3)', [
      id,
      agency,
      reader.account,
    ])
    for (const account of new Set([reader.account, ...members])) await letIn(context, id, account, 1, until)
    return internVisibility(context, {
      ...{ agency, sourceVisibility: 'silent', handling: 'H3', readers: [], compartment: id },
    })
  })
  await run(({ client, reader }) =>
    client.query('INSERT INTO case_file (id, agency_id, vis, reference, opened_by) VALUES ($1, $2, $3, $4, $5)', [
      id,
      reader.agency!.id,
      vis,
      reference,
      reader.account,
    ]),
  )
  return vis
}

/** What a member may do from this number on; `none` ends it. */
export async function letIn(
  { client, reader }: Context,
  compartment: string,
  account: string,
  number: number,
  until?: Date,
  part: 'member' | 'none' = 'member',
): Promise<void> {
  await client.query(
    `INSERT INTO compartment_member (compartment_id, account_id, number, part, until, why, said_by)
     VALUES ($1, $2, $3, $4, $5, 'needed', $6)`,
    [compartment, account, number, part, until ?? null, reader.account],
  )
}

/** Things of these names, by node. */
export async function thingRows(
  context: Context,
  vis: number,
  things: Readonly<Record<NodeName, string>>,
): Promise<void> {
  const { client, reader } = context
  for (const [node, name] of Object.entries(things)) {
    await client.query('INSERT INTO thing (id, kind, agency_id, vis, opened_by) VALUES ($1, $2, $3, $4, $5)', [
      idOf(node),
      kindOf(node),
      reader.agency!.id,
      vis,
      reader.account,
    ])
    await client.query(
      `INSERT INTO thing_value (thing_id, id, vis, field, value, standing, said, said_by)
       VALUES ($1, $1, $2, 'name', $3, 'fact', '{}', $4)`,
      [idOf(node), vis, name, reader.account],
    )
  }
}

export interface TieRows {
  readonly id: string
  readonly from: NodeName
  readonly to: NodeName
  readonly relation: Relation
  readonly standing?: Standing
  readonly records?: readonly string[]
  readonly case?: string
  readonly said?: object
  readonly fromDay?: string
  readonly toDay?: string
}

/** Ties, each under both its ends. */
export async function tieRows({ client, reader }: Context, vis: number, ties: readonly TieRows[]): Promise<void> {
  for (const { id, from, to, relation, standing = 'fact', records = [], said = {}, ...tie } of ties)
    for (const [node, other] of [
      [from, to],
      [to, from],
    ] as const)
      await client.query(
        `INSERT INTO tie (node_id, id, node_kind, other_kind, other_id, forward, vis, case_id, agency_id, relation, standing,
           records, said, said_by, from_day, to_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
        [
          ...[idOf(node), id, kindOf(node), kindOf(other), idOf(other), node === from, vis, tie.case ?? null],
          ...[reader.agency?.id ?? null, relation, standing, records, JSON.stringify(said), reader.account],
          ...[tie.fromDay ?? null, tie.toDay ?? null],
        ],
      )
}

/** A recovery of the reader's agency, with nothing but what is given of its form, and the countries that its route names. */
export async function recoveryRows(
  { client, reader }: Context,
  vis: number,
  { id, form }: { readonly id: string; readonly form: Pick<RecoveryForm, 'route' | 'parcel'> },
): Promise<void> {
  await client.query(`INSERT INTO recovery (id, agency_id, vis, status, opened_by) VALUES ($1, $2, $3, 'seized', $4)`, [
    id,
    reader.agency!.id,
    vis,
    reader.account,
  ])
  await client.query(
    `INSERT INTO recovery_version (recovery_id, version, vis, stands, form, content_hmac, saved_by)
     VALUES ($1, 1, $2, true, $3, $4, $5)`,
    [id, vis, JSON.stringify(form), Buffer.alloc(32), reader.account],
  )
  const countries = [...new Set(routeCountries(form).map(({ country }) => country))]
  await client.query(
    `INSERT INTO recovery_country (country, recovery_id, vis) SELECT country, $2, $3 FROM unnest($1::text[]) AS country`,
    [countries, id, vis],
  )
}
