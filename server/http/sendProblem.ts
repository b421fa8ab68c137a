import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Language } from '../host/language.ts';
import { isLanguage } from '../host/language.ts';
import type { Texts } from '../host/texts.ts';
import { Problem } from './problem.ts';
import { notFound } from './problems.ts';

/** The body of a refusal: RFC 9457, with a title (what happened) and a detail (what to do) in the reader's language. */
export function problemBody(problem: Problem, language: Language, texts: Texts): Record<string, unknown> {
  const { id, status } = problem.kind;
  const [plugin = '', name = ''] = id.split('/');
  const say = (part: string) => texts.say(language, plugin, `problems.${name}.${part}`, problem.extra);
  const { issues } = problem.extra;
  const worded = Array.isArray(issues) ? { issues: issues.map((one) => wordedIssue(one, language, texts)) } : {};
  return {
    ...problem.extra,
    ...worded,
    type: `/problems/${id}`,
    status,
    title: say('title') ?? id,
    detail: say('remedy'),
  };
}

/** Commands name a field that does not fit by its place and a code; whoever reads it gets words as well. */
function wordedIssue(issue: unknown, language: Language, texts: Texts): unknown {
  if (typeof issue !== 'object' || issue === null || 'message' in issue) return issue;
  const key = 'code' in issue && issue.code === 'unknown' ? 'no-such' : 'other';
  return { ...issue, message: texts.say(language, 'http', `issues.${key}`) };
}

/** What is told of a defect: nothing of what it was. */
export const defectBody = (language: Language, texts: Texts): Record<string, unknown> => ({
  type: '/problems/http/defect',
  status: 500,
  title: texts.say(language, 'http', 'problems.defect.title') ?? 'Something went wrong on our side',
  detail: texts.say(language, 'http', 'problems.defect.remedy'),
});

export const unknownRoute: RequestHandler = () => {
  throw new Problem(notFound);
};

/** Answers refusals in words; anything else is a defect: logged once, nothing leaked. */
export function sendProblems(texts: Texts, log: Logger, fallback: Language): ErrorRequestHandler {
  return (reason: unknown, req, res, next) => {
    if (res.headersSent) {
      next(reason);
      return;
    }
    const asked = req.language ?? req.acceptsLanguages(['en', 'ru', 'es']);
    const language = isLanguage(asked) ? asked : fallback;
    res.setHeader('Cache-Control', 'no-store');
    res.vary('Accept-Language');
    if (reason instanceof Problem) {
      res
        .status(reason.kind.status)
        .type('application/problem+json')
        .json(problemBody(reason, language, texts));
      return;
    }
    if (isBadRequest(reason)) {
      const problem = problemBody(new Problem({ id: 'http/malformed', status: 400 }, { issues: [] }), language, texts);
      res.status(400).type('application/problem+json').json(problem);
      return;
    }
    log.error({ err: reason, method: req.method, path: req.route?.path ?? 'unknown' }, 'A request failed');
    res.status(500).type('application/problem+json').json(defectBody(language, texts));
  };
}

/** What Express itself throws for an undecodable path (`/%E0%A4%A`). */
const isBadRequest = (reason: unknown): boolean => reason instanceof URIError;
