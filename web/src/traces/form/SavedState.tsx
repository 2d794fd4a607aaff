import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import styles from './Form.module.css'
import { unread } from './form-draft.ts'
import type { Form } from './useForm.ts'

/** Whether what stands in the form is also kept, said as it is; and the way back to how it was opened. */
export function SavedState({ form }: { readonly form: Form }) {
  const { say, figures, locale } = useLanguage()
  const { saving, error, draft } = form
  const left = unread(draft, countriesOf(locale)).length
  const outdated = error?.code === 'trace_outdated'
  return (
    <div>
      <p className={styles.saving}>
        <span role="status">
          {say(`traces.form.${saving}`)}
          {left > 0 && <> {say('traces.form.unread', { count: left, figure: figures.count(left) })}</>}
        </span>
        {form.undo && (
          <Button weight="word" onClick={form.undo}>
            {say('traces.form.undo')}
          </Button>
        )}
        {outdated && (
          <Button weight="word" onClick={form.takeTheirs}>
            {say('traces.form.take_theirs')}
          </Button>
        )}
      </p>
      {error && <Failed error={error} onAgain={() => void form.save()} />}
    </div>
  )
}
