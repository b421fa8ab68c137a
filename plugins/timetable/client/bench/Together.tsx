import { useTranslation } from 'react-i18next';
import type { FindingView, HelpView } from '../../schemas/findings.ts';
import { useTexts } from '../useTexts.ts';

/** Rules that exclude each other, and each change that would help. */
export function Together({ finding: { rules, helps } }: { readonly finding: Pick<FindingView, 'rules' | 'helps'> }) {
  const { t } = useTexts();
  const { ruleOf, helpOf } = useRuleWords();
  return (
    <>
      {rules.length > 0 && <div>{t('finding.rules', { rules: rules.map(ruleOf).join('; ') })}</div>}
      {helps.length > 0 && <div>{t('finding.helps', { helps: helps.map(helpOf).join('; ') })}</div>}
    </>
  );
}

type RuleRef = FindingView['rules'][number];

function useRuleWords() {
  const { t } = useTranslation('timetable');
  const whom = ({ subjectName, groupName, homeSchoolName, teacher }: RuleRef): string =>
    [teacher?.name, subjectName, groupName, homeSchoolName].filter(Boolean).join(', ');
  const ruleOf = (rule: RuleRef): string => {
    const of = whom(rule);
    const words = t(`compose.bounds.${rule.rule}`);
    return of === '' ? words : `${words} (${of})`;
  };
  const helpOf = ({ kind, rule, count }: HelpView): string => {
    if (rule?.rule === 'place') return t('compose.helps.place', { of: whom(rule) });
    return t(`compose.helps.${kind}`, { rule: rule ? ruleOf(rule) : '', count: count ?? 0 });
  };
  return { ruleOf, helpOf };
}
