import { Button } from '../common/Button.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './ReviewDesk.module.css'
import type { Desk } from './useReview.ts'

/** What was done last, told once to whoever hears the page, with the way to undo it. */
export function Said({ desk: { done, told }, onUndo }: { readonly desk: Desk; readonly onUndo: () => void }) {
  const { say, figures } = useLanguage()
  const sentence = sentenceOf()
  const afterOf = ({ by, verdict, at }: NonNullable<typeof done>['judgement']) =>
    say('review.said_after', { by, verdict: say(`firearm.verdict.firearm.${verdict}`), at: figures.moment(at) })
  function sentenceOf(): string | null {
    if (told === 'said' && done) {
      const verdict = say(`firearm.verdict.firearm.${done.judgement.verdict}`)
      return say(done.judgement.state === 'waiting' ? 'review.said_waits' : 'review.said', { verdict })
    }
    if (told === 'skipped' || told === 'undone') return say(`review.${told}`)
    return null
  }
  return (
    <div role="status" className={styles.said}>
      {sentence !== null && (
        <p>
          {sentence} {told === 'said' && done?.before && afterOf(done.before)}{' '}
          {done && (
            <Button weight="word" onClick={onUndo}>
              {say('review.undo')}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
