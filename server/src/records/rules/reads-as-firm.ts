import { foldTokens } from '@proofmark/domain/fold'

/** Words that stand in the names of firms and offices and in those of hardly a person, folded. */
const FORMS: ReadonlySet<string> = new Set(
  (
    'sarl sasu snc ltda eireli ltd limited inc incorporated corp corporation llc llp plc gmbh mbh spa srl cia oyj doo kft zrt sro ' +
    'ооо оао зао пао тов еоод company companhia compania compagnie societe sociedad sociedade societa gesellschaft ' +
    'association federation federacion arms armas armes waffen weapons armurerie armeria armaria gunsmith gunshop arsenal ' +
    'ministry ministerio ministere ministerium police policia polizei army شركه موسسه وزاره'
  ).split(' '),
)

/** Forms of company that are a surname without their points. */
const POINTED = /(?:^|[\s,])(?:S\.\s?A\.?|S\/A|A\/S|A\.\s?G\.?|B\.\s?V\.?|N\.\s?V\.?|A\.\s?B\.)$/u

/**
 * Does what a column of persons states read as a firm or an office, by a word that stands in it? Only where it says so: what
 * says nothing is taken as a person, who is owed more.
 */
export const readsAsFirm = (stated: string): boolean =>
  POINTED.test(stated.trim()) || foldTokens(stated).some((token) => FORMS.has(token))
