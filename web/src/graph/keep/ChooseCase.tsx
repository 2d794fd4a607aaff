import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { OwnCases } from './useOwnCases.ts'

/** Offers the cases in which one works, also those of which nothing is drawn. */
export function ChooseCase({ own }: { readonly own: OwnCases }) {
  const { say } = useLanguage()
  if (own.doing.error) return <Failed error={own.doing.error} onAgain={own.doing.again} />
  if (own.asked) return null
  return (
    <span>
      <Button weight="word" disabled={own.doing.busy} onClick={own.ask}>
        {say('graph.page.choose_case')}
      </Button>
    </span>
  )
}
