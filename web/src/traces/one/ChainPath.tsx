import type { ChainLink, TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import { Identifier } from '../../common/Identifier.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import styles from './ChainPath.module.css'

/** The chain of supply as a path, from the maker to where it ends: left lawful hands, or with the next state. */
export function ChainPath({
  reply: { chain, diversion, next, lastLawfulHolder },
}: {
  readonly reply: TraceReplyMessage
}) {
  const { say, figures, locale } = useLanguage()
  const { nameOf } = countriesOf(locale)
  return (
    <figure className={styles.figure}>
      <figcaption className="unseen">{say('traces.page.chain')}</figcaption>
      <ol className={styles.path}>
        {chain.map((link) => (
          <li key={link.place} className={styles.link}>
            <Link link={link} holder={lastLawfulHolder} />
          </li>
        ))}
        {diversion !== null && (
          <li className={styles.departed}>
            <span className={styles.role}>{say('traces.page.left_hands')}</span>
            <span className={styles.name}>{say(`word.explanation.${diversion.kind}`)}</span>
            <span>{figures.span(diversion.window) ?? say('common.date_unknown')}</span>
            {diversion.place !== null && (
              <span>
                <bdi>{diversion.place}</bdi>
              </span>
            )}
            {diversion.basis !== null && (
              <span className={styles.basis}>
                <bdi>{diversion.basis}</bdi>
              </span>
            )}
          </li>
        )}
        {next !== null && (
          <li className={styles.next}>
            <span className={styles.role}>{say('traces.page.next')}</span>
            <span className={styles.name}>{nameOf(next.country)}</span>
            <span>{say(`word.addressee_role.${next.role}`)}</span>
            {next.importer !== null && (
              <span>
                <bdi>{next.importer}</bdi>
              </span>
            )}
          </li>
        )}
      </ol>
    </figure>
  )
}

function Link({ link, holder }: { readonly link: ChainLink; readonly holder: string | null }) {
  const { say, figures, locale } = useLanguage()
  const { role, name, party, country, date, quantity, document, evidence } = link
  return (
    <>
      <span className={styles.role}>{say(`word.chain_role.${role}`)}</span>
      <span className={styles.name}>{name === null ? say('traces.page.not_named') : <bdi>{name}</bdi>}</span>
      {name !== null && party !== undefined && <span>{say(`word.party_kind.${party}`)}</span>}
      {country !== null && <span>{countriesOf(locale).nameOf(country)}</span>}
      <span>{figures.span(date) ?? say('common.date_unknown')}</span>
      {quantity !== null && quantity > 1 && (
        <span>{say('traces.page.quantity', { count: quantity, figure: figures.count(quantity) })}</span>
      )}
      {document !== null && (
        <span>
          <bdi>{document.kind}</bdi> {document.number !== null && <Identifier mono>{document.number}</Identifier>}
        </span>
      )}
      {evidence !== null && (
        <span className={styles.basis}>
          <bdi>{evidence}</bdi>
        </span>
      )}
      {name !== null && name === holder && <span className={styles.role}>{say('traces.page.is_last_holder')}</span>}
    </>
  )
}
