package privacy

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	for _, c := range []struct{ header, row, want string }{
		{"序号,姓名,身份证号", "1,张三,见附件", "姓名 + 身份证号"},
		{"姓 名,手机", "张三,见附件", "姓 名 + 手机"},
		{"姓名,联系电话", "张三,0554-1234567", "姓名 + 联系电话"},
		{"户主姓名,家庭住址", "张三,幸福小区", "户主姓名 + 家庭住址"},
		{"姓名,年龄,银行账号", "张三,60,1", "姓名 + 银行账号"},
		{"姓名,病情", "张三,高血压", "姓名 + 病情"},
		{"户主,低保金额", "张三,600", "户主 + 低保金额"},
		{"残疾等级,姓名", "二级,张三", "姓名 + 残疾等级"},
		{"Name,ID number", "A. Person,see file", "Name + ID number"},
		{"full name,Phone", "A. Person,1", "full name + Phone"},
		{"Name,Home address", "A. Person,1 Road", "Name + Home address"},
		{"NAME,Bank account no.", "A. Person,1", "NAME + Bank account no."},
		{"Name,Illness", "A. Person,flu", "Name + Illness"},
		{"Applicant,Disability", "A. Person,yes", "Applicant + Disability"},
		{"first_name,phone_number", "A.,1", "first_name + phone_number"},

		{"社区,户主数,低保户数", "幸福,300,12", ""},
		{"姓名,职务", "张三,主任", ""},
		{"姓名,办公电话", "张三,0554-1234567", ""},
		{"单位名称,联系电话", "区住建局,0554-1234567", ""},
		{"项目名称,地址", "供水改造,幸福路", ""},
		{"姓名,身份证号", "张*,110105********002X", ""},
		{"姓名,身份证号", "张三,110105********002X", ""},
		{"姓名,身份证号", "张某,见附件", ""},
		{"姓名,病情", "张三,—", ""},
		{"Name,Phone", "Duty desk,0554 7654321", ""},
		{"姓名,身份证号", "", ""},
		{"id,name,status", "p1,Water,done", ""},
		{"name,email address", "Office,a@example.org", ""},
		{"name_zh,name_en,address", "水,Water,Road", ""},
		{"name,accountable body", "Water,District", ""},
	} {
		pair, found := Table(strings.Split(c.header, ","), [][]string{strings.Split(c.row, ",")}, NewAllow("0554-7654321"))
		if pair != c.want || found != (c.want != "") {
			t.Errorf("%s: got %q, %t; want %q", c.header, pair, found, c.want)
		}
	}
}
