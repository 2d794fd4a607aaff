import type { TraceProposal } from '@proofmark/contract/schemas/trace-shown'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import styles from './Form.module.css'
import type { FormDraft } from './form-draft.ts'

interface ProposedRouteProps {
  readonly proposal: TraceProposal
  readonly draft: FormDraft
  readonly change: (part: Partial<FormDraft>) => void
}

/** Where the request is proposed to go and why; one press takes it over. */
export function ProposedRoute({ proposal, draft, change }: ProposedRouteProps) {
  const { say, locale } = useLanguage()
  const { nameOf, codeOf } = countriesOf(locale)
  const { country, alternatives, role, importer, text } = proposal
  const taken = country !== null && codeOf(draft.toCountry) === country && (role === null || draft.role === role)
  const take = (code: string) =>
    change({
      toCountry: nameOf(code),
      ...(role === null ? {} : { role }),
      ...(importer !== null && draft.importer.trim() === '' ? { importer } : {}),
    })
  const others = alternatives.filter((code) => code !== country)
  return (
    <div className={styles.route}>
      <p>
        <strong>{say('traces.form.proposed')}</strong> {text}
      </p>
      <div className={styles.choices}>
        {country !== null &&
          (taken ? (
            <span>{say('traces.form.route_taken')}</span>
          ) : (
            <Button onClick={() => take(country)}>{say('traces.form.take_route', { country: nameOf(country) })}</Button>
          ))}
        {others.map((code) => (
          <Button key={code} weight="word" onClick={() => take(code)}>
            {say('traces.form.take_other', { country: nameOf(code) })}
          </Button>
        ))}
      </div>
    </div>
  )
}
