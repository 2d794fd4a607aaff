import type { Handlers } from '../http/endpoint.ts'
import { listLawTexts } from './commands/list-law-texts.ts'
import { saveLawText } from './commands/save-law-text.ts'
import { presentLawText } from './present/law-text.ts'

export function lawTextRoutes(): Pick<Handlers, 'lawTextList' | 'lawTextSave'> {
  return {
    lawTextList: async ({ run, reader }) => ({
      texts: (await run(listLawTexts)).map((text) => presentLawText(text, reader)),
    }),
    lawTextSave: async ({ body, run }) => ({
      id: body.id,
      at: (await run((context) => saveLawText(context, body))).toISOString(),
    }),
  }
}
