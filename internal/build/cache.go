package build

import (
	"os"
	"path/filepath"
)

// CacheDir is the folder for what a later build can use again: what npm fetches,
// finished drawings and pictures. GONGSHI_CACHE names it; else it is in the user's cache, or,
// where there is none, beside the site.
func CacheDir(site string) string {
	if dir := os.Getenv("GONGSHI_CACHE"); dir != "" {
		return dir
	}
	if dir, err := os.UserCacheDir(); err == nil {
		return filepath.Join(dir, "gongshi")
	}
	return filepath.Join(site, ".gongshi-cache")
}
