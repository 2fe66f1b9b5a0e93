package search

import (
	"testing"
)

func TestFind(t *testing.T) {
	t.Parallel()
	s := newScript(t, []Document{
		{"/a/", "项目", "改造锦匡路", "安装156盏路灯，总长1,234米。"},
		{"/b/", "项目", "锦匡路", "改造2024年11月25日完成。"},
	})
	for _, q := range []string{"锦匡", "匡路", "盏路", "56", "6盏", "1234", "1,234", "2024-11-25", "25 Nov 2024", "路", "改造锦匡路"} {
		t.Log(q, s.find(t, q), s.bytes)
	}
}
