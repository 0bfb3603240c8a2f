import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ExcerptCell as ExcerptCell_981fef5225e136a9d1eb011449179b0c } from '../../../../src/admin/cells.tsx'
import { AgeCell as AgeCell_981fef5225e136a9d1eb011449179b0c } from '../../../../src/admin/cells.tsx'
import { MoveBar as MoveBar_8a56b3dd00c348e81fd9b337500b5bdd } from '../../../../src/admin/move-bar.tsx'
import { PrivacyLink as PrivacyLink_8c1c6d09a7d151264e83a3832cbd3067 } from '../../../../src/admin/privacy-link.tsx'
import { MoveButtons as MoveButtons_e7a4277164f805e1ec4e60ab13c5b9ef } from '../../../../src/admin/move-buttons.tsx'
import { SignInSection as SignInSection_c655dade05951b9c81faedcce69c96ce } from '../../../../src/admin/sign-in/account-section.tsx'
import { SendTest as SendTest_33d3b57b88b6557858b36e73218bcb6a } from '../../../../src/admin/send-buttons.tsx'
import { SendAgain as SendAgain_33d3b57b88b6557858b36e73218bcb6a } from '../../../../src/admin/send-buttons.tsx'
import { SendMailAgain as SendMailAgain_33d3b57b88b6557858b36e73218bcb6a } from '../../../../src/admin/send-buttons.tsx'
import { ThreatButtons as ThreatButtons_803eb8ed544618f0212219c1d0f1d75c } from '../../../../src/admin/threat-buttons.tsx'
import { Icon as Icon_dd246fbef2ee9beaa44f61c6606a2c88 } from '../../../../src/admin/graphics.tsx'
import { Logo as Logo_dd246fbef2ee9beaa44f61c6606a2c88 } from '../../../../src/admin/graphics.tsx'
import { PrivacyNavLink as PrivacyNavLink_b389dc2927344899c9a4798e95fda339 } from '../../../../src/admin/privacy-view.tsx'
import { Dashboard as Dashboard_2e9b1b6a2241ea15ffb07f8d70f88751 } from '../../../../src/dashboard/panel.tsx'
import { DeskNavLink as DeskNavLink_c841292e428b31cf3c6eb13f22da9c27 } from '../../../../src/admin/desk/nav-link.tsx'
import { LoginView as LoginView_a9556a060577a05bdfb0fe2d886bdf75 } from '../../../../src/admin/sign-in/login-view.tsx'
import { SetUpView as SetUpView_66067562dc65f925df8bae782a9920a4 } from '../../../../src/admin/sign-in/set-up-view.tsx'
import { DeskView as DeskView_8152ca89368be2c665505f6b4b4276c3 } from '../../../../src/admin/desk/view.tsx'
import { PrivacyKeptView as PrivacyKeptView_08bea0cb060a831bdd70384cb0025581 } from '../../../../src/admin/privacy-kept.tsx'
import { PrivacyRequestsView as PrivacyRequestsView_b389dc2927344899c9a4798e95fda339 } from '../../../../src/admin/privacy-view.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/cells.tsx#ExcerptCell": ExcerptCell_981fef5225e136a9d1eb011449179b0c,
  "/src/admin/cells.tsx#AgeCell": AgeCell_981fef5225e136a9d1eb011449179b0c,
  "/src/admin/move-bar.tsx#MoveBar": MoveBar_8a56b3dd00c348e81fd9b337500b5bdd,
  "/src/admin/privacy-link.tsx#PrivacyLink": PrivacyLink_8c1c6d09a7d151264e83a3832cbd3067,
  "/src/admin/move-buttons.tsx#MoveButtons": MoveButtons_e7a4277164f805e1ec4e60ab13c5b9ef,
  "/src/admin/sign-in/account-section.tsx#SignInSection": SignInSection_c655dade05951b9c81faedcce69c96ce,
  "/src/admin/send-buttons.tsx#SendTest": SendTest_33d3b57b88b6557858b36e73218bcb6a,
  "/src/admin/send-buttons.tsx#SendAgain": SendAgain_33d3b57b88b6557858b36e73218bcb6a,
  "/src/admin/send-buttons.tsx#SendMailAgain": SendMailAgain_33d3b57b88b6557858b36e73218bcb6a,
  "/src/admin/threat-buttons.tsx#ThreatButtons": ThreatButtons_803eb8ed544618f0212219c1d0f1d75c,
  "/src/admin/graphics.tsx#Icon": Icon_dd246fbef2ee9beaa44f61c6606a2c88,
  "/src/admin/graphics.tsx#Logo": Logo_dd246fbef2ee9beaa44f61c6606a2c88,
  "/src/admin/privacy-view.tsx#PrivacyNavLink": PrivacyNavLink_b389dc2927344899c9a4798e95fda339,
  "/src/dashboard/panel.tsx#Dashboard": Dashboard_2e9b1b6a2241ea15ffb07f8d70f88751,
  "/src/admin/desk/nav-link.tsx#DeskNavLink": DeskNavLink_c841292e428b31cf3c6eb13f22da9c27,
  "/src/admin/sign-in/login-view.tsx#LoginView": LoginView_a9556a060577a05bdfb0fe2d886bdf75,
  "/src/admin/sign-in/set-up-view.tsx#SetUpView": SetUpView_66067562dc65f925df8bae782a9920a4,
  "/src/admin/desk/view.tsx#DeskView": DeskView_8152ca89368be2c665505f6b4b4276c3,
  "/src/admin/privacy-kept.tsx#PrivacyKeptView": PrivacyKeptView_08bea0cb060a831bdd70384cb0025581,
  "/src/admin/privacy-view.tsx#PrivacyRequestsView": PrivacyRequestsView_b389dc2927344899c9a4798e95fda339,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
