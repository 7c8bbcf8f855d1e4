import { StatusLine as StatusLine_ff961edff1d348ce42fcb05db0b5deae } from '../../../../cms/admin/workflow/StatusLine.tsx'
import { FieldReasons as FieldReasons_3495c9a9b37ab4f8366d3dc860a3e05b } from '../../../../cms/admin/workflow/FieldReasons.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LiveItemsField as LiveItemsField_564730ef6881210a497450f903d9dff6 } from '../../../../cms/admin/fields/LiveItemsField.tsx'
import { MomentField as MomentField_a2af26d164eb31acb937197ef62af89d } from '../../../../cms/admin/fields/MomentField.tsx'
import { LimitField as LimitField_ed161a141a6edf488000d8bdecf2dee7 } from '../../../../cms/admin/workflow/LimitField.tsx'
import { WorkflowControls as WorkflowControls_9d5d1697d0751246b3d1072e5409a11c } from '../../../../cms/admin/workflow/WorkflowControls.tsx'
import { SaveWorkingCopyButton as SaveWorkingCopyButton_15ecbac1f02c4dca4d8e767427347f51 } from '../../../../cms/admin/workflow/SaveWorkingCopyButton.tsx'
import { ReviewView as ReviewView_d38a14155290da2fa75745fb6321c930 } from '../../../../cms/admin/review/ReviewView.tsx'
import { DayField as DayField_41db9781619afcde730fd6827a109299 } from '../../../../cms/admin/fields/DayField.tsx'
import { SiteLinkLabel as SiteLinkLabel_d8877eb32001a99be2cdd1d716b10ecd } from '../../../../cms/admin/fields/SiteLinkLabel.tsx'
import { SetMembers as SetMembers_92bb3754dc917f6bb01f902ffd2d3e57 } from '../../../../cms/admin/release-sets/SetMembers.tsx'
import { SetControls as SetControls_9638dc2bebed70a693926f1034c4e18c } from '../../../../cms/admin/release-sets/SetControls.tsx'
import { KindCell as KindCell_4db54d0aa8c6e5a72e79da049850e73f } from '../../../../cms/admin/fields/RecordedCells.tsx'
import { KindField as KindField_653eee7107471ad5a2370a82a6a57f5b } from '../../../../cms/admin/fields/RecordedFields.tsx'
import { RecordField as RecordField_9854e9957cac0559a1fc53f17569b911 } from '../../../../cms/admin/fields/RecordField.tsx'
import { MomentCell as MomentCell_4db54d0aa8c6e5a72e79da049850e73f } from '../../../../cms/admin/fields/RecordedCells.tsx'
import { MomentField as MomentField_653eee7107471ad5a2370a82a6a57f5b } from '../../../../cms/admin/fields/RecordedFields.tsx'
import { StepCell as StepCell_4db54d0aa8c6e5a72e79da049850e73f } from '../../../../cms/admin/fields/RecordedCells.tsx'
import { StepField as StepField_653eee7107471ad5a2370a82a6a57f5b } from '../../../../cms/admin/fields/RecordedFields.tsx'
import { StatesCell as StatesCell_4db54d0aa8c6e5a72e79da049850e73f } from '../../../../cms/admin/fields/RecordedCells.tsx'
import { StatesField as StatesField_653eee7107471ad5a2370a82a6a57f5b } from '../../../../cms/admin/fields/RecordedFields.tsx'
import { ExportAudit as ExportAudit_9ad8565c5d90eb01509076e925a05c8a } from '../../../../cms/admin/audit/ExportAudit.tsx'
import { AccountSecurity as AccountSecurity_473267273ad4ceb3551913d83546767f } from '../../../../cms/admin/accounts/AccountSecurity.tsx'
import { PauseBanner as PauseBanner_1c029d12394a62fde63b0c1293ed611d } from '../../../../cms/admin/pause/PauseBanner.tsx'
import { SessionKeeper as SessionKeeper_c7a070c9f5a7ca16416c7986a669551e } from '../../../../cms/admin/accounts/SessionKeeper.tsx'
import { Icon as Icon_074fa4d7b430dff067469c67670c987e } from '../../../../cms/admin/brand/Brand.tsx'
import { Logo as Logo_074fa4d7b430dff067469c67670c987e } from '../../../../cms/admin/brand/Brand.tsx'
import { QueueNavLink as QueueNavLink_2405ccc4d472a85e769047d3d7f73a36 } from '../../../../cms/admin/queue/QueueNavLink.tsx'
import { NoticeNavLink as NoticeNavLink_e37525575f797433ee5a39a6dd1272a8 } from '../../../../cms/admin/notice/NoticeNavLink.tsx'
import { HandoverNavLink as HandoverNavLink_c183773cdfd6e5d88c2a9831ce601171 } from '../../../../cms/admin/handover/HandoverNavLink.tsx'
import { SecurityLink as SecurityLink_2c3f89338cd4669ecb5f873e26877725 } from '../../../../cms/admin/accounts/SecurityLink.tsx'
import { Workload as Workload_ede60bc782f373c5e98a95b8355f8a22 } from '../../../../cms/admin/dashboard/Workload.tsx'
import { LoginView as LoginView_ba88a60b7bf59be3c9d2927fc8176925 } from '../../../../cms/admin/accounts/LoginView.tsx'
import { SecurityView as SecurityView_61df5d02cc78ccf9dca7c2bd273a8d22 } from '../../../../cms/admin/accounts/SecurityView.tsx'
import { HandoverView as HandoverView_f05e6d83f3a8b2edb4bf37728d863e02 } from '../../../../cms/admin/handover/HandoverView.tsx'
import { QueueView as QueueView_67c7da14d1cb126e126d1027d8eca301 } from '../../../../cms/admin/queue/QueueView.tsx'
import { NoticeView as NoticeView_46d2c4352aac21b8cf38a1866840067b } from '../../../../cms/admin/notice/NoticeView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/cms/admin/workflow/StatusLine.tsx#StatusLine": StatusLine_ff961edff1d348ce42fcb05db0b5deae,
  "/cms/admin/workflow/FieldReasons.tsx#FieldReasons": FieldReasons_3495c9a9b37ab4f8366d3dc860a3e05b,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/cms/admin/fields/LiveItemsField.tsx#LiveItemsField": LiveItemsField_564730ef6881210a497450f903d9dff6,
  "/cms/admin/fields/MomentField.tsx#MomentField": MomentField_a2af26d164eb31acb937197ef62af89d,
  "/cms/admin/workflow/LimitField.tsx#LimitField": LimitField_ed161a141a6edf488000d8bdecf2dee7,
  "/cms/admin/workflow/WorkflowControls.tsx#WorkflowControls": WorkflowControls_9d5d1697d0751246b3d1072e5409a11c,
  "/cms/admin/workflow/SaveWorkingCopyButton.tsx#SaveWorkingCopyButton": SaveWorkingCopyButton_15ecbac1f02c4dca4d8e767427347f51,
  "/cms/admin/review/ReviewView.tsx#ReviewView": ReviewView_d38a14155290da2fa75745fb6321c930,
  "/cms/admin/fields/DayField.tsx#DayField": DayField_41db9781619afcde730fd6827a109299,
  "/cms/admin/fields/SiteLinkLabel.tsx#SiteLinkLabel": SiteLinkLabel_d8877eb32001a99be2cdd1d716b10ecd,
  "/cms/admin/release-sets/SetMembers.tsx#SetMembers": SetMembers_92bb3754dc917f6bb01f902ffd2d3e57,
  "/cms/admin/release-sets/SetControls.tsx#SetControls": SetControls_9638dc2bebed70a693926f1034c4e18c,
  "/cms/admin/fields/RecordedCells.tsx#KindCell": KindCell_4db54d0aa8c6e5a72e79da049850e73f,
  "/cms/admin/fields/RecordedFields.tsx#KindField": KindField_653eee7107471ad5a2370a82a6a57f5b,
  "/cms/admin/fields/RecordField.tsx#RecordField": RecordField_9854e9957cac0559a1fc53f17569b911,
  "/cms/admin/fields/RecordedCells.tsx#MomentCell": MomentCell_4db54d0aa8c6e5a72e79da049850e73f,
  "/cms/admin/fields/RecordedFields.tsx#MomentField": MomentField_653eee7107471ad5a2370a82a6a57f5b,
  "/cms/admin/fields/RecordedCells.tsx#StepCell": StepCell_4db54d0aa8c6e5a72e79da049850e73f,
  "/cms/admin/fields/RecordedFields.tsx#StepField": StepField_653eee7107471ad5a2370a82a6a57f5b,
  "/cms/admin/fields/RecordedCells.tsx#StatesCell": StatesCell_4db54d0aa8c6e5a72e79da049850e73f,
  "/cms/admin/fields/RecordedFields.tsx#StatesField": StatesField_653eee7107471ad5a2370a82a6a57f5b,
  "/cms/admin/audit/ExportAudit.tsx#ExportAudit": ExportAudit_9ad8565c5d90eb01509076e925a05c8a,
  "/cms/admin/accounts/AccountSecurity.tsx#AccountSecurity": AccountSecurity_473267273ad4ceb3551913d83546767f,
  "/cms/admin/pause/PauseBanner.tsx#PauseBanner": PauseBanner_1c029d12394a62fde63b0c1293ed611d,
  "/cms/admin/accounts/SessionKeeper.tsx#SessionKeeper": SessionKeeper_c7a070c9f5a7ca16416c7986a669551e,
  "/cms/admin/brand/Brand.tsx#Icon": Icon_074fa4d7b430dff067469c67670c987e,
  "/cms/admin/brand/Brand.tsx#Logo": Logo_074fa4d7b430dff067469c67670c987e,
  "/cms/admin/queue/QueueNavLink.tsx#QueueNavLink": QueueNavLink_2405ccc4d472a85e769047d3d7f73a36,
  "/cms/admin/notice/NoticeNavLink.tsx#NoticeNavLink": NoticeNavLink_e37525575f797433ee5a39a6dd1272a8,
  "/cms/admin/handover/HandoverNavLink.tsx#HandoverNavLink": HandoverNavLink_c183773cdfd6e5d88c2a9831ce601171,
  "/cms/admin/accounts/SecurityLink.tsx#SecurityLink": SecurityLink_2c3f89338cd4669ecb5f873e26877725,
  "/cms/admin/dashboard/Workload.tsx#Workload": Workload_ede60bc782f373c5e98a95b8355f8a22,
  "/cms/admin/accounts/LoginView.tsx#LoginView": LoginView_ba88a60b7bf59be3c9d2927fc8176925,
  "/cms/admin/accounts/SecurityView.tsx#SecurityView": SecurityView_61df5d02cc78ccf9dca7c2bd273a8d22,
  "/cms/admin/handover/HandoverView.tsx#HandoverView": HandoverView_f05e6d83f3a8b2edb4bf37728d863e02,
  "/cms/admin/queue/QueueView.tsx#QueueView": QueueView_67c7da14d1cb126e126d1027d8eca301,
  "/cms/admin/notice/NoticeView.tsx#NoticeView": NoticeView_46d2c4352aac21b8cf38a1866840067b,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
