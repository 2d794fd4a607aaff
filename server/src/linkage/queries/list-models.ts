import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import { START_MODEL } from '@proofmark/matching/model'
import { type ModelContent, readContent } from '@proofmark/matching/model-file/model-content'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { standingVersion } from './standing-balance.ts'

export interface NamedApproval {
  readonly by: string
  readonly agency: string | null
  readonly at: Date
}

/** A model as it is kept, with who approved it and when. */
export interface KeptModel {
  readonly version: string
  readonly origin: 'start' | 'learned' | 'file'
  readonly standing: boolean
  /** Null for the start model. */
  readonly content: ModelContent | null
  readonly proposed: (NamedApproval & { readonly account: string }) | null
  /** Latest first. */
  readonly approvals: readonly NamedApproval[]
  readonly approvedElsewhere: readonly { readonly by: string; readonly agency: string | null; readonly at: string }[]
}

interface Row extends NamedApproval {
  readonly version: string
  readonly origin: 'learned' | 'file'
  readonly content: unknown
  readonly elsewhere: KeptModel['approvedElsewhere']
  readonly account: string
}

const MODELS = `
  SELECT m.version, m.origin, m.content, m.approved_elsewhere AS elsewhere, m.proposed_by AS account, a.name AS by,
    g.name AS agency, m.proposed_at AS at
  FROM learned_model m JOIN account a ON a.id = m.proposed_by LEFT JOIN agency g ON g.id = m.agency_id
  ORDER BY m.proposed_at DESC, m.version`

const APPROVALS = `
  SELECT p.version, a.name AS by, g.name AS agency, p.approved_at AS at
  FROM model_approval p JOIN account a ON a.id = p.approved_by LEFT JOIN agency g ON g.id = p.agency_id
  ORDER BY p.number DESC`

/** All models, latest proposed first, the start model last. Throws `role_needed`. */
export async function listModels({ client, reader }: Context): Promise<KeptModel[]> {
  needRole(reader, READERS)
  const { rows: approved } = await client.query<NamedApproval & { version: string }>(APPROVALS)
  const approvals = Map.groupBy(approved, ({ version }) => version)
  const standing = await standingVersion(client)
  const about = (version: string) => ({
    version,
    standing: version === standing,
    approvals: (approvals.get(version) ?? []).map(({ by, agency, at }) => ({ by, agency, at })),
  })
  const { rows } = await client.query<Row>(MODELS)
  const learned = rows.map(({ version, origin, content, elsewhere, account, by, agency, at }): KeptModel => {
    const proposed = { account, by, agency, at }
    return {
      ...about(version),
      origin,
      content: readContent(content, 'content'),
      proposed,
      approvedElsewhere: elsewhere,
    }
  })
  const start = { ...about(START_MODEL.version), origin: 'start', content: null, proposed: null } as const
  return [...learned, { ...start, approvedElsewhere: [] }]
}

/** One model. Throws `role_needed`, `not_found`. */
export async function findModel(context: Context, version: string): Promise<KeptModel> {
  const found = (await listModels(context)).find((each) => each.version === version)
  if (!found) throw new ProofmarkError('not_found', { what: version })
  return found
}
