import type { AskedQuestion } from '@proofmark/contract/schemas/deconfliction'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Contacts } from './Contacts.tsx'
import styles from './Deconfliction.module.css'
import { GROUNDS } from './grounds.ts'

interface QuestionsProps {
  readonly questions: readonly AskedQuestion[]
  readonly more: boolean
  readonly onChanged: () => void
}

/** What was asked in the reader's cases, and whom it met; the values stand in the log alone. */
export function Questions({ questions, more, onChanged }: QuestionsProps) {
  const { say, figures } = useLanguage()
  const doing = useDoing()
  const column = (name: string) => say(`deconfliction.page.column.${name}`)
  const withdraw = (question: string) =>
    doing.act(async () => {
      await api('deconflictionWithdraw', { question, grounds: GROUNDS })
      onChanged()
    })
  return (
    <Section heading={say('deconfliction.page.questions')} aside={figures.count(questions.length)} busy={doing.busy}>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {questions.length === 0 ? (
        <p className={styles.told}>{say('deconfliction.page.questions_none')}</p>
      ) : (
        <table className={tables.table}>
          <caption className="unseen">{say('deconfliction.page.questions')}</caption>
          <thead>
            <tr>
              <th scope="col">{column('what')}</th>
              <th scope="col">{column('case')}</th>
              <th scope="col">{column('when')}</th>
              <th scope="col">{column('whom')}</th>
              <th scope="col">{column('state')}</th>
            </tr>
          </thead>
          <tbody>
            {questions.map(({ id, kind, case: of, by, at, until, state, met }) => (
              <tr key={id}>
                <th scope="row" data-label={column('what')}>
                  {say(`deconfliction.kind.${kind}`)}
                </th>
                <td data-label={column('case')}>
                  <bdi>{of.reference}</bdi>
                </td>
                <td data-label={column('when')}>
                  <div>
                    {figures.moment(at)}
                    <span className={styles.under}>
                      <bdi>{by}</bdi>
                    </span>
                  </div>
                </td>
                <td data-label={column('whom')}>
                  <Contacts met={met} />
                </td>
                <td data-label={column('state')}>
                  <div>
                    {say(`deconfliction.state.${state}`)} {state !== 'withdrawn' && figures.day(until)}
                    {state === 'standing' && (
                      <span className={styles.under}>
                        <Button
                          weight="word"
                          aria-label={say('deconfliction.page.withdraw_of', { when: figures.moment(at) })}
                          aria-disabled={doing.busy}
                          onClick={() => withdraw(id)}
                        >
                          {say('deconfliction.page.withdraw')}
                        </Button>
                      </span>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more && <p className={styles.told}>{say('deconfliction.page.more')}</p>}
    </Section>
  )
}
