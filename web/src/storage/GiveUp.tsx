import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import { Reason } from './Reason.tsx'

interface GiveUpProps {
  readonly campaign: string
  readonly onChanged: () => void
}

/** A campaign that is not carried out is given up; its exhibits stay as they are. */
export function GiveUp({ campaign, onChanged }: GiveUpProps) {
  const { say } = useLanguage()
  return (
    <div>
      <Reason
        word={say('storage.campaign.give_up')}
        told={say('storage.campaign.give_up_told')}
        name="give up"
        onAct={async (why) => {
          await api('disposalWithdraw', { disposal: campaign, why, grounds: GROUNDS })
          onChanged()
        }}
      />
    </div>
  )
}
