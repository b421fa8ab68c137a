import type { Language } from '../../host/language.ts';
import type { Block } from '../../markdown/blocks.ts';
import { escapeHtml, type HtmlStyles, toHtml } from '../../markdown/toHtml.ts';

const font = "font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
const body = `margin:0 0 16px;font-size:16px;line-height:1.5;${font}`;

const styles: HtmlStyles = {
  heading: `margin:24px 0 12px;font-size:20px;line-height:1.3;${font}`,
  paragraph: body,
  list: 'margin:0 0 16px;padding:0 0 0 20px',
  item: `margin:0 0 8px;font-size:16px;line-height:1.5;${font}`,
  quote: `${body};padding:0 0 0 12px;border-left:3px solid #9aa3af`,
  rule: 'border:0;border-top:1px solid #d5dae1;margin:24px 0',
  link: 'color:#1f5fbf;overflow-wrap:anywhere',
  button:
    'display:inline-block;padding:12px 20px;border-radius:8px;background:#1f5fbf;color:#ffffff;font-weight:600;text-decoration:none',
};

const small = `margin:0 0 8px;font-size:13px;line-height:1.5;color:#5b6470;${font}`;
const footerStyles: HtmlStyles = {
  ...styles,
  paragraph: small,
  button: 'color:#5b6470',
  link: 'color:#5b6470;overflow-wrap:anywhere',
};

/** Dark readers turn the page; these keep contrast where a program honours them. */
const sheet = `
@media (prefers-color-scheme: dark) {
  .page { background:#15181c !important } .sheet { background:#1f242a !important }
  .sheet, .sheet p, .sheet li, .sheet h1, .sheet h2, .sheet h3, .sheet blockquote { color:#e8ebef !important }
  .sheet a:not([style*="background"]) { color:#8ab4ff !important } .foot p, .foot a { color:#aab2bd !important }
}
@media (max-width: 480px) { .sheet { padding:20px 16px !important } }`;

interface Layout {
  readonly subject: string;
  readonly language: Language;
  readonly body: readonly Block[];
  readonly footer: readonly Block[];
}

/** One layout for every mail: a column that is as narrow as the window and at most 560 px wide. No pictures, nothing fetched. */
export const layoutHtml = ({ subject, language, body, footer }: Layout): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${sheet}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="padding:16px 8px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td class="sheet" style="padding:28px 32px;background:#ffffff;border-radius:12px;color:#1b1f24;text-align:left">
${toHtml(body, styles)}
</td></tr>
<tr><td class="foot" style="padding:16px;text-align:left">
${toHtml(footer, footerStyles)}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
