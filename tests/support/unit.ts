import { restoreSettings } from './settings.ts'

restoreSettings()
