using System.Globalization;

namespace ShipBy.Pages.Wording;

/// <summary>Simplified Chinese, in the terms of Ozon's seller cabinet.</summary>
internal static class Chinese
{
    private static readonly string[] Days = ["", "周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    public static Words Words { get; } = new()
    {
        Language = "zh-CN",
        Numbers = new NumberFormatInfo { NumberGroupSeparator = ",", NumberDecimalSeparator = "." },
        Time = new TimeWords("天", "小时", "分钟", "秒", UnitGap: "", PartGap: "")
        {
            Left = time => $"剩余{time}",
            Overdue = time => $"已逾期{time}",
            NoDeadline = "未设截止时间",
            Ago = time => $"{time}前",
            RungBefore = time => $"提前{time}",
            RungOverdue = "已逾期",
            Moment = at => string.Create(CultureInfo.InvariantCulture, $"{at.Month}月{at.Day}日 {Days[(int)at.DayOfWeek]} {at:HH:mm}"),
        },
        Orders = new OrderWords
        {
            Shipment = "货件",
            Shipments = count => $"{count}个货件",
            Pending = "正在核对库存",
            Held = "库存已预留",
            OutOfStock = missing => missing > 0 ? $"缺货：还差{missing}件" : "缺货",
            SetAside = "需要您处理",
            Shipped = "已交运",
            Cancelled = "已取消",
            Statuses = new Dictionary<string, string>
            {
                ["awaiting_registration"] = "等待登记",
                ["acceptance_in_progress"] = "正在验收",
                ["awaiting_approve"] = "等待确认",
                ["awaiting_verification"] = "审核中",
                ["awaiting_packaging"] = "等待备货",
                ["awaiting_deliver"] = "等待发运",
                ["arbitration"] = "仲裁",
                ["client_arbitration"] = "买家仲裁",
                ["delivering"] = "运输中",
                ["driver_pickup"] = "司机已取货",
                ["delivered"] = "已签收",
                ["cancelled"] = "已取消",
                ["not_accepted"] = "分拣中心未接收",
                ["sent_by_seller"] = "卖家已发货",
            },
        },
        Letter = new LetterWords
        {
            WarningSubject = (time, number, more) => more == 0 ? $"{time}：{number}" : $"{time}：{number} 及另外{more}个货件",
            ProblemSubject = (subject, more) => more == 0 ? $"需要您处理：{subject}" : $"需要您处理：{subject} 及另外{more}项",
            NothingSubject = "ShipBy：暂无消息",
            MaybeRepeatedMark = "可能重复",
            MaybeRepeated = "您可能已经收到过这封邮件：邮件服务没有回复第一封是否送达，因此再次发送。",
            WarningHeading = shipments => $"请尽快交运：{shipments}",
            ProblemHeading = "需要您处理",
            Cost = "逾期交运会拉高错误指数，可能产生扣款，货件也可能被取消。",
            OpenDesk = "打开并确认",
            NoAddress = "请在设置 ShipBy__PublicUrl 中填写地址，这里才会出现页面链接。",
            DeadlineColumn = "截止时间",
            ShipmentColumn = "货件",
            Deadline = "截止",
            More = count => $"另有{count}项，请在页面上查看。",
            Footer = (at, zone) => $"生成时间：{at}。店铺时区：{zone}。",
            HowToSilence = "在页面上确认货件后，截止前的最后一次提醒之前不再打扰您。",
        },
        Today = new TodayWords
        {
            Title = "今日",
            AsOf = (at, zone) => $"{at} · {zone}",
            SkipToOrders = "跳到货件",
            Open = "待处理",
            Overdue = "已逾期",
            OutOfStock = "缺货",
            SetAside = "需处理",
            ShippedToday = "今日已交运",
            MailsToday = "今日邮件",
            OverdueHeading = "已逾期",
            SoonHeading = "24小时内",
            LaterHeading = "稍后",
            NoDeadlineHeading = "未设截止时间",
            HandOverBy = "交运截止",
            Warned = "已提醒",
            NotWarned = "尚未提醒",
            Carrier = "物流",
            Reason = "原因",
            Acknowledge = "已知悉，正在处理",
            Acknowledged = (by, until) => $"{by}：正在处理，{until} 之前不再提醒",
            Gone = "该货件已不在待处理列表中，未做任何更改。",
            Problems = "需要关注",
            Shops = "店铺",
            LastRead = (at, ago) => $"读取于 {at}（{ago}）",
            NeverRead = "尚未读取",
            EmptyHeading = "没有待处理的货件",
            Empty = "读取店铺后，新货件会自动出现在这里。",
            NoContact = "目前不会发送邮件：请在设置 ShipBy__Contact 中填写邮箱。",
            More = shipments => $"另有{shipments}截止时间更晚。",
        },
        Enter = new EnterWords
        {
            Title = "登录",
            ByTicket = "一次性链接有效。点击按钮，此浏览器将保持登录30天。",
            ByKey = "请粘贴页面密钥，或打开一次性链接。",
            Key = "页面密钥",
            Name = "您的名字",
            NameHint = "会显示在您确认的货件旁，可不填。",
            Enter = "登录",
            TryAgain = "我已登录过：打开页面",
            HowToGetALink = "一次性链接由 shipby 命令输出；密钥即设置 ShipBy__DeskKey。",
            TicketExpired = "链接已过期：有效期15分钟。请重新获取。",
            TicketUsed = "该链接已被使用过，只能用一次。请重新获取。",
            TicketWrong = "该链接与此页面不匹配。请完整复制，或重新获取。",
            KeyWrong = "密钥不正确。请从设置 ShipBy__DeskKey 完整复制。",
            FormExpired = "页面已失效，未做任何更改。请重新打开后再试。",
            ClosedTitle = "页面已关闭",
            ClosedWithoutKey = "如需开启，请设置 ShipBy__DeskKey：至少16个随机字符。",
            ClosedByShortKey = "设置 ShipBy__DeskKey 太短：至少需要16个随机字符。",
            Somebody = "来自页面",
        },
    };
}
