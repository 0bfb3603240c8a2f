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
import { MoveBar as MoveBar_588a4c1f98de696448c725beaabd1534 } from '../../../../src/admin/moves/bar.tsx'
import { PrivacyLink as PrivacyLink_e278fbfc3dd67838d6a9b3a3633d6f77 } from '../../../../src/admin/privacy/link.tsx'
import { MoveButtons as MoveButtons_ee7a54c11fa95786326e9f2326ad3f11 } from '../../../../src/admin/moves/buttons.tsx'
import { SignInSection as SignInSection_c655dade05951b9c81faedcce69c96ce } from '../../../../src/admin/sign-in/account-section.tsx'
import { SendTest as SendTest_33d3b57b88b6557858b36e73218bcb6a } from '../../../../src/admin/send-buttons.tsx'
import { SendAgain as SendAgain_33d3b57b88b6557858b36e73218bcb6a } from '../../../../src/admin/send-buttons.tsx'
import { SendMailAgain as SendMailAgain_33d3b57b88b6557858b36e73218bcb6a } from '../../../../src/admin/send-buttons.tsx'
import { ThreatButtons as ThreatButtons_101c18660d6f378ef619b6302643c96f } from '../../../../src/admin/threats/buttons.tsx'
import { Icon as Icon_dd246fbef2ee9beaa44f61c6606a2c88 } from '../../../../src/admin/graphics.tsx'
import { Logo as Logo_dd246fbef2ee9beaa44f61c6606a2c88 } from '../../../../src/admin/graphics.tsx'
import { PrivacyNavLink as PrivacyNavLink_74be74dfb4896503a9905e61d42e0bd1 } from '../../../../src/admin/privacy/requests-view.tsx'
import { Dashboard as Dashboard_2e9b1b6a2241ea15ffb07f8d70f88751 } from '../../../../src/dashboard/panel.tsx'
import { DeskNavLink as DeskNavLink_c841292e428b31cf3c6eb13f22da9c27 } from '../../../../src/admin/desk/nav-link.tsx'
import { LoginView as LoginView_a9556a060577a05bdfb0fe2d886bdf75 } from '../../../../src/admin/sign-in/login-view.tsx'
import { SetUpView as SetUpView_66067562dc65f925df8bae782a9920a4 } from '../../../../src/admin/sign-in/set-up-view.tsx'
import { DeskView as DeskView_8152ca89368be2c665505f6b4b4276c3 } from '../../../../src/admin/desk/view.tsx'
import { PrivacyKeptView as PrivacyKeptView_151ab4862d51f94825ac138ec48fc753 } from '../../../../src/admin/privacy/kept-view.tsx'
import { PrivacyRequestsView as PrivacyRequestsView_74be74dfb4896503a9905e61d42e0bd1 } from '../../../../src/admin/privacy/requests-view.tsx'
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
  "/src/admin/moves/bar.tsx#MoveBar": MoveBar_588a4c1f98de696448c725beaabd1534,
  "/src/admin/privacy/link.tsx#PrivacyLink": PrivacyLink_e278fbfc3dd67838d6a9b3a3633d6f77,
  "/src/admin/moves/buttons.tsx#MoveButtons": MoveButtons_ee7a54c11fa95786326e9f2326ad3f11,
  "/src/admin/sign-in/account-section.tsx#SignInSection": SignInSection_c655dade05951b9c81faedcce69c96ce,
  "/src/admin/send-buttons.tsx#SendTest": SendTest_33d3b57b88b6557858b36e73218bcb6a,
  "/src/admin/send-buttons.tsx#SendAgain": SendAgain_33d3b57b88b6557858b36e73218bcb6a,
  "/src/admin/send-buttons.tsx#SendMailAgain": SendMailAgain_33d3b57b88b6557858b36e73218bcb6a,
  "/src/admin/threats/buttons.tsx#ThreatButtons": ThreatButtons_101c18660d6f378ef619b6302643c96f,
  "/src/admin/graphics.tsx#Icon": Icon_dd246fbef2ee9beaa44f61c6606a2c88,
  "/src/admin/graphics.tsx#Logo": Logo_dd246fbef2ee9beaa44f61c6606a2c88,
  "/src/admin/privacy/requests-view.tsx#PrivacyNavLink": PrivacyNavLink_74be74dfb4896503a9905e61d42e0bd1,
  "/src/dashboard/panel.tsx#Dashboard": Dashboard_2e9b1b6a2241ea15ffb07f8d70f88751,
  "/src/admin/desk/nav-link.tsx#DeskNavLink": DeskNavLink_c841292e428b31cf3c6eb13f22da9c27,
  "/src/admin/sign-in/login-view.tsx#LoginView": LoginView_a9556a060577a05bdfb0fe2d886bdf75,
  "/src/admin/sign-in/set-up-view.tsx#SetUpView": SetUpView_66067562dc65f925df8bae782a9920a4,
  "/src/admin/desk/view.tsx#DeskView": DeskView_8152ca89368be2c665505f6b4b4276c3,
  "/src/admin/privacy/kept-view.tsx#PrivacyKeptView": PrivacyKeptView_151ab4862d51f94825ac138ec48fc753,
  "/src/admin/privacy/requests-view.tsx#PrivacyRequestsView": PrivacyRequestsView_74be74dfb4896503a9905e61d42e0bd1,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
