import type { GraphFindings } from '@proofmark/contract/schemas/graph'
import type { SupplyRecord } from '@proofmark/contract/schemas/graph-supply'
import { Facts } from '../../common/Facts.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { StandingSign } from '../parts/TieLine.tsx'
import type { Words } from '../useTexts.ts'
import styles from './Ask.module.css'

type Finding = GraphFindings['findings'][number]

interface SupplyEvidenceProps {
  readonly finding: Finding
  readonly words: Words
}

/** What an answer about supply rests on: each record in its version, with what it states and how it came to the firearm. */
export function SupplyEvidence({ finding: { supply, evidence }, words }: SupplyEvidenceProps) {
  const { say } = useLanguage()
  const record = supply?.firearm.slice(supply.firearm.indexOf(':') + 1)
  return (
    <>
      {supply && supply.kind !== 'none' && (
        <p>
          <StandingSign kind={supply.standing} />
        </p>
      )}
      {supply?.kind === 'none' && (
        <p className={styles.definition}>
          <Go to={`/records/${record}`}>{say('graph.page.supply_ask')}</Go>
        </p>
      )}
      {evidence.length > 0 && (
        <ul className={styles.evidence}>
          {evidence.map((each) => (
            <li key={each.record}>
              <Said said={each} words={words} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Said({ said, words }: { readonly said: SupplyRecord; readonly words: Words }) {
  const { say, figures } = useLanguage()
  const { record, source, key, agency, document, place, importer, business, quantity, numbers, names } = said
  return (
    <>
      <Go to={`/records/${record}`}>{say('connect.supply.record', { source, key })}</Go>
      <p className={styles.definition}>
        <Facts>
          {[
            agency,
            figures.span({ from: said.fromDay, to: said.toDay }),
            document !== null && say('connect.supply.document', { document }),
            place,
            importer !== null && say('connect.supply.importer', { importer }),
            business !== null && say('connect.supply.business', { business }),
            quantity !== null && say('connect.detail.quantity', { count: figures.count(quantity) }),
            numbers !== null && say('connect.detail.numbers', { numbers }),
            names.length > 0 &&
              say('connect.supply.names', {
                roles: names.map((role) => say(`word.person_role.${role}`)).join(figures.comma),
              }),
            say(`connect.supply.joined.${said.joined}`),
          ]}
        </Facts>
      </p>
      {said.named.length > 0 && (
        <p className={styles.definition}>
          <Facts>
            {said.named.map(({ node, relation }) =>
              say('connect.supply.named', { name: words.nameOf(node), relation: words.relation({ relation }) }),
            )}
          </Facts>
        </p>
      )}
    </>
  )
}
