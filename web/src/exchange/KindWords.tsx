import { MESSAGE_KINDS } from '@proofmark/contract/message-kinds'
import { Identifier } from '../common/Identifier.tsx'
import { useLanguage } from '../frame/language.tsx'

/** What kind of message it is; one that this version does not know is named as its sender named it. */
export function KindWords({ kind }: { readonly kind: string }) {
  const { say } = useLanguage()
  const known = MESSAGE_KINDS.find((each) => each === kind)
  return known ? say(`exchange.page.kind.${known}`) : <Identifier mono>{kind}</Identifier>
}

const BESIDE_MESSAGES = ['filter', 'public-key', 'evidence-package'] as const

/** The same for an entry of the exchange ledger, which holds more than messages. */
export function LedgerKind({ kind }: { readonly kind: string }) {
  const { say } = useLanguage()
  const known = BESIDE_MESSAGES.find((each) => each === kind)
  return known ? say(`ledger.page.kind.${known}`) : <KindWords kind={kind} />
}
