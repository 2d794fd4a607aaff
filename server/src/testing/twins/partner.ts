import type { PartnerFile } from '@proofmark/contract/schemas/partner'
import { addPartner } from '../../exchange/commands/add-partner.ts'
import { termsOfTest } from '../nodes.ts'
import type { Twin } from './twin.ts'

const key = (byte: number) => [{ key: Buffer.alloc(32, byte).toString('base64url'), from: null, to: null }]

/** A partner of both twins, whom nobody reaches. */
const PARTNER: PartnerFile = {
  form: 'proofmark-partner-1',
  name: 'Focal point of XB',
  country: 'XB',
  endpoint: null,
  contacts: [],
  identity: {
    form: 'proofmark-identity-1',
    node: 'XB',
    certificates: ['ab'.repeat(32)],
    messageKeys: key(1),
    envelopeKeys: key(2),
  },
  agreement: termsOfTest,
}

/** Makes the node of another state a partner. */
export async function partnerOf({ database }: Twin): Promise<void> {
  await database.as(await database.installer(), (context) => addPartner(context, PARTNER))
}
