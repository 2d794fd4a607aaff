import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'

/**
 * The local pipe between our processes: questions with an identifier, answers with the same. Bytes travel as they are; no
 * secret ever stands in an argument or an environment.
 */
export interface Question {
  readonly type: 'question'
  readonly id: string
  readonly to: 'match' | 'log' | 'exchange' | 'private'
  readonly name: string
  readonly input: unknown
}

export interface Reply {
  readonly type: 'reply'
  readonly id: string
  readonly failed: boolean
  readonly output: unknown
}

export interface Setup<Configuration> {
  readonly type: 'setup'
  readonly configuration: Configuration
}

export type Port = Pick<ChildProcess, 'on' | 'send' | 'off'> | NodeJS.Process

const isReply = (message: unknown): message is Reply => (message as Reply | null)?.type === 'reply'
const isQuestion = (message: unknown): message is Question => (message as Question | null)?.type === 'question'

/** No question is waited for any longer; whoever asks has a deadline of their own below it. */
export const LONGEST_QUESTION_MS = 15 * 60 * 1000

function post(port: Port, message: Question | Reply): void {
  // A process that is gone gets no message; whoever waits for the answer has a deadline.
  port.send?.(message, undefined, undefined, () => {})
}

export type Ask = (to: Question['to'], name: string, input: unknown, deadline: number) => Promise<unknown>

/** Asks over the port. Rejects when the other side fails or does not answer within `deadline` milliseconds. */
export function createAsk(port: Port): Ask {
  const waiting = new Map<string, (reply: Reply) => void>()
  port.on('message', (message: unknown) => {
    if (isReply(message)) waiting.get(message.id)?.(message)
  })
  return (to, name, input, deadline) =>
    new Promise((resolve, reject) => {
      const id = randomUUID()
      const timer = setTimeout(() => finish(new Error(`The ${to} process did not answer ${name}.`)), deadline)
      const finish = (failure: Error | null, output?: unknown) => {
        clearTimeout(timer)
        waiting.delete(id)
        if (failure) reject(failure)
        else resolve(output)
      }
      waiting.set(id, ({ failed, output }) =>
        finish(failed ? new Error(`The ${to} process failed at ${name}.`) : null, output),
      )
      post(port, { type: 'question', id, to, name, input })
    })
}

export type Answers = Readonly<Record<string, (input: unknown) => Promise<unknown>>>

/** Answers the questions that come over the port; a question that it does not know, or that fails, is answered as failed. */
export function answerQuestions(port: Port, answers: Answers, onFailure: (failure: unknown) => void): void {
  port.on('message', (message: unknown) => {
    if (!isQuestion(message)) return
    const { id, name, input } = message
    const work = Object.hasOwn(answers, name)
      ? answers[name]!(input)
      : Promise.reject(new Error(`No answer to ${name}.`))
    work.then(
      (output) => post(port, { type: 'reply', id, failed: false, output }),
      (failure) => {
        onFailure(failure)
        post(port, { type: 'reply', id, failed: true, output: null })
      },
    )
  })
}

/** Passes questions on from one process to those that answer, and their answers back. */
export function relay(from: Port, targets: Readonly<Record<Question['to'], () => Port | null>>): void {
  from.on('message', (message: unknown) => {
    if (!isQuestion(message)) return
    const target = targets[message.to]()
    const refuse = () => post(from, { type: 'reply', id: message.id, failed: true, output: null })
    if (!target) return refuse()
    const listener = (answer: unknown) => {
      if (!isReply(answer) || answer.id !== message.id) return
      target.off('message', listener)
      post(from, answer)
    }
    target.on('message', listener)
    setTimeout(() => target.off('message', listener), LONGEST_QUESTION_MS).unref()
    post(target, message)
  })
}
