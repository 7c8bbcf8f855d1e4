/** The one rich-text editor of the product: a calm set of features, checked against the allow-list of `domain/rich-text.ts`. */
import {
  BlockquoteFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { RichTextField } from 'payload'
import { validations } from 'payload/shared'
import { richTextProblems } from '#domain/rich-text.ts'
import { addressedCollections } from '#domain/collections.ts'

export const richTextEditor = lexicalEditor({
  features: () => [
    FixedToolbarFeature(),
    InlineToolbarFeature(),
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    LinkFeature({ enabledCollections: [...addressedCollections], fields: [] }),
    UploadFeature({ collections: { media: { fields: [] } } }),
    HorizontalRuleFeature(),
    EXPERIMENTAL_TableFeature(),
  ],
})

export const richText = (field: Pick<RichTextField, 'name' | 'label' | 'admin'>): RichTextField => ({
  ...field,
  type: 'richText',
  editor: richTextEditor,
  validate: (value, options) => {
    if (value === null || value === undefined) return true
    const [problem] = richTextProblems(value)
    if (problem) return problem.message
    return validations.richText(value, options)
  },
})
