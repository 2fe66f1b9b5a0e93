package build

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"gongshi/internal/npm"
	"gongshi/internal/share"
	"gongshi/internal/store"
)

// npmCache returns this machine's cache, which npm fills once. A test is skipped without
// npm, unless GONGSHI_REQUIRE says that nothing may be.
func npmCache(t *testing.T) string {
	t.Helper()
	cache := CacheDir(t.TempDir())
	_, err := npm.Font(t.Context(), cache, func(line string) { t.Log(line) })
	if err != nil && os.Getenv("GONGSHI_REQUIRE") == "" {
		t.Skip("the font is not on this machine: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return cache
}

// newShares returns shares with the real font and an empty store in dir. The counter
// counts how often the font was asked for.
func newShares(t *testing.T, dir string) (s *shares, fetched *atomic.Int64) {
	t.Helper()
	cache := npmCache(t)
	fetched = &atomic.Int64{}
	return &shares{
		kept: store.Store{Dir: dir},
		fetch: func(ctx context.Context) (fs.FS, error) {
			fetched.Add(1)
			return npm.Font(ctx, cache, func(string) {})
		},
		say: func(string) {},
	}, fetched
}

func TestShareImagesAreMadeOnce(t *testing.T) {
	t.Parallel()
	cards := []share.Card{{Site: "甲", Title: "一"}, {Site: "甲", Title: "二"}, {Site: "甲", Title: "三"}}
	dir := t.TempDir()
	for _, want := range []struct{ made, fetched int64 }{{3, 1}, {0, 0}} {
		s, fetched := newShares(t, dir)
		if err := s.makeAll(t.Context(), cards); err != nil {
			t.Fatal(err)
		}
		if s.made.Load() != want.made || fetched.Load() != want.fetched {
			t.Errorf("%d images were made and the font read %d times, want %d and %d", s.made.Load(), fetched.Load(), want.made, want.fetched)
		}
	}
}

// When the font cannot be had, it is asked for once, and no image is drawn without it.
func TestShareImagesWithoutAFont(t *testing.T) {
	t.Parallel()
	broken := errors.New("no font")
	var fetched atomic.Int64
	s := &shares{
		kept:  store.Store{Dir: t.TempDir()},
		fetch: func(context.Context) (fs.FS, error) { fetched.Add(1); return nil, broken },
		say:   func(string) {},
	}
	err := s.makeAll(t.Context(), make([]share.Card, 50))
	if !errors.Is(err, broken) || fetched.Load() != 1 {
		t.Errorf("error %v after %d attempts, want %v after 1", err, fetched.Load(), broken)
	}
}

func TestMissingCharactersAreSaid(t *testing.T) {
	t.Parallel()
	s, _ := newShares(t, t.TempDir())
	var said []string
	s.say = func(line string) { said = append(said, line) }
	if _, err := s.image(t.Context(), share.Card{Site: "甲", Title: "劐家台"}); err != nil {
		t.Fatal(err)
	}
	if want := `in the share image of "劐家台", 〓 stands for "劐", which its font does not have`; len(said) != 1 || said[0] != want {
		t.Errorf("said %q, want %q", said, want)
	}
}

// A built site has the picture that each of its pages names.
func TestShareImagesArePublished(t *testing.T) {
	t.Parallel()
	cache := npmCache(t)
	site := map[string]string{}
	for name, text := range tiny {
		site[name] = strings.Replace(text, "share_images = false\n", "", 1)
	}
	dir := newSite(t, site)
	if _, problems, err := Run(t.Context(), Options{Site: dir, Cache: cache}); err != nil || len(problems) > 0 {
		t.Fatalf("error %v, problems %v", err, problems)
	}
	public := readTree(t, filepath.Join(dir, "public"))
	const before = `<meta property="og:image" content="https://sample.example/`
	_, rest, _ := strings.Cut(public["en/index.html"], before)
	path, _, _ := strings.Cut(rest, `"`)
	picture, err := png.DecodeConfig(bytes.NewReader([]byte(public[path])))
	if err != nil || picture.Width != share.Width || picture.Height != share.Height {
		t.Errorf("%q is a picture of %d by %d, error %v", path, picture.Width, picture.Height, err)
	}
}
