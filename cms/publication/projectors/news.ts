import { lists } from '#published/lists.ts'
import { idOf, type Projector } from './projector.ts'

export const news: Projector<'news'> = {
  title: ({ title }) => title,
  lists: ({ content: { topics = [], agency }, month: { year, month } }) => [
    lists.news(),
    lists.newsMonth(year, month),
    ...topics
      .map(idOf)
      .flatMap((topic) => [lists.topicNews(topic), lists.topicNewsMonth(topic, year, month)]),
    ...(agency ? [lists.agencyNews(idOf(agency))] : []),
  ],
  mentions: ({ agency, topics = [], aboutDocuments = [] }) => [
    ['agency', agency],
    ...topics.map((topic) => ['topic', topic] as [string, typeof topic]),
    ...aboutDocuments.map((document) => ['about-document', document] as [string, typeof document]),
  ],
  shownElsewhere: ({ title }) => title,
}
