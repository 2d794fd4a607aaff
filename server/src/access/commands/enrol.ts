import type { Context } from '../context.ts'
import { isEnrolled } from '../queries/enrolled.ts'
import { noteFirstEnrolment, renewConfirmationCode, voidLinks } from '../sign-in/means.ts'

/**
 * Changes by what the reader, whose account is held, signs in. With the first that suffices the account is enrolled: its
 * links are used up, and whoever confirms its roles asks for a new code. Answers whether it suffices now.
 */
export async function changeMeans(context: Context, by: string, change: () => Promise<void>): Promise<boolean> {
  const { client, reader, now, audit } = context
  const before = await isEnrolled(client, reader.account)
  await change()
  const enrolled = await isEnrolled(client, reader.account)
  if (enrolled && !before) {
    await renewConfirmationCode(client, reader.account)
    await noteFirstEnrolment(client, reader.account, now)
    await voidLinks(client, reader.account, now)
    await audit({ action: 'account.enrolled', subjects: [reader.account], body: { by } })
  }
  return enrolled
}
