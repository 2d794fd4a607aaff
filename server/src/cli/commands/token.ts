import { ProofmarkError } from '@proofmark/contract/errors'
import { revokeToken } from '../../access/commands/issue-token.ts'
import { ownSignIn } from '../../access/queries/own-sign-in.ts'
import { listed, needed, readName } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { readAdministration } from './administration.ts'

/** `proofmark token list`, `proofmark token revoke NAME`: of whoever's token the shell acts by. None makes another. */
export async function tokenCommand(args: readonly string[]): Promise<void> {
  const { flags, words, shell } = readAdministration(args, {})
  const action = listed('token', words[0] ?? '', ['list', 'revoke'] as const)
  const name = action === 'revoke' ? readName('name', needed(words[1], 'NAME')) : ''
  await withShell(shell, async ({ run, say }) => {
    const { tokens } = await run((context) => ownSignIn(context, null))
    if (action === 'list') {
      for (const each of tokens) {
        if (flags.json) printJson(each)
        else print([each.name, each.issuedAt, each.expiresAt, each.lastUsedAt ?? '–'].join('\t'))
      }
      return
    }
    const meant = tokens.find((each) => each.name === name)
    if (!meant) throw new ProofmarkError('not_found', { what: name })
    await run((context) => revokeToken(context, meant.id))
    if (flags.json) printJson({ revoked: name })
    else print(say('shell.token_revoked', { name }))
  })
}
