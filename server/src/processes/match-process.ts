import { answerSavedItem } from '../linkage/pointers/answer.ts'
import { frameOf } from '../linkage/pointers/frame.ts'
import { createPool } from '../store/connection.ts'
import { answerQuestions } from './channel.ts'
import { createLogger, endWithParent, receiveSetup } from './child.ts'
import { reasonOf } from './reason.ts'

export interface MatchConfiguration {
  readonly url: string
}

const { url } = await receiveSetup<MatchConfiguration>()
const logger = createLogger('match')
const pool = createPool(url, 4)

answerQuestions(
  process,
  {
    pointers: async (savedItem) => {
      if (typeof savedItem !== 'string') throw new TypeError('A saved item is named by its identifier.')
      return frameOf(await answerSavedItem(pool, savedItem)).toString('utf8')
    },
  },
  (failure) => logger.error({ reason: reasonOf(failure) }, 'a question failed'),
)
endWithParent(() => pool.end())
process.send?.({ type: 'ready' })
