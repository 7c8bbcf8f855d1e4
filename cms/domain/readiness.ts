/**
 * What still keeps an item from being submitted or approved: everything at once, per field, in words that say
 * what to do (ARCHITECTURE, Workflow). Drafts may be incomplete; this is asked only at those steps.
 */
import { hasAddress, type PublicCollection } from './collections.ts'
import type { ContentOf, PublicContent, TopicContent } from './content.ts'
import { agencyProblems } from './readiness/agencies.ts'
import { documentProblems } from './readiness/documents.ts'
import { newsProblems } from './readiness/news.ts'
import { settingsProblems } from './readiness/settings.ts'
import { type Clock, type Draft, isFilled, type ReadinessProblem, unless } from './readiness/problem.ts'
import { isValidSlug } from './slug.ts'

export type { ReadinessProblem }

type Check<Content> = (content: Draft<Content>, clock: Clock) => ReadinessProblem[]

/** Empty when the item may be submitted. `content` is what an edition would store. */
export function readinessProblems<C extends PublicCollection>(
  collection: C,
  content: Draft<ContentOf[C]> | undefined,
  clock: Clock,
): ReadinessProblem[] {
  const draft = (content ?? {}) as Draft<PublicContent>
  const check = checks[collection] as Check<PublicContent>
  return [...check(draft, clock), ...sharedProblems(collection, draft)]
}

const checks: { [C in PublicCollection]: Check<ContentOf[C]> } = {
  news: newsProblems,
  documents: documentProblems,
  agencies: agencyProblems,
  topics: topicProblems,
  settings: settingsProblems,
}

function topicProblems(topic: Draft<TopicContent>): ReadinessProblem[] {
  return unless(isFilled(topic.name), 'name', 'missing', 'Chuyên mục chưa có tên. Hãy nhập tên.')
}

function sharedProblems(collection: PublicCollection, content: Draft<PublicContent>): ReadinessProblem[] {
  if (!hasAddress(collection)) return []
  const { slug } = content
  if (isFilled(slug)) {
    const message =
      'Phần cuối địa chỉ chỉ gồm chữ thường không dấu, số và dấu gạch nối, và không được là một năm. Hãy sửa lại.'
    return unless(isValidSlug(slug), 'slug', 'invalid', message)
  }
  // Otherwise the slug follows the title, whose absence was already named.
  const title =
    collection === 'agencies' || collection === 'topics' ? (content as Draft<TopicContent>).name : 'any'
  return unless(
    !isFilled(title),
    'slug',
    'missing',
    'Chưa có phần cuối địa chỉ. Hãy lưu lại để hệ thống tự đặt, hoặc nhập tay.',
  )
}
