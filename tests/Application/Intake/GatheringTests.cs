using ShipBy.Application.Intake;

namespace ShipBy.Application.Tests.Intake;

/// <summary>Items are texts; the same first letter is the same key.</summary>
public sealed class GatheringTests
{
    private readonly List<string> _turns = [];
    private readonly List<TaskCompletionSource> _gates = [];

    [Fact]
    public async Task WhatComesWhileWorkIsUnderWay_IsTheNextTurn()
    {
        var gathering = Of(most: 10);
        var first = gathering.AddAsync("a");
        Task<bool>[] others = [gathering.AddAsync("b"), gathering.AddAsync("c")];
        Assert.Equal(["a"], _turns);

        await OpenAsync(0, first);
        Assert.Equal(["a", "b c"], _turns);
        Assert.All(others, other => Assert.False(other.IsCompleted));
        await OpenAsync(1, others);

        Assert.True(await first && await others[0] && await others[1]);
    }

    [Fact]
    public async Task TheSameKey_WaitsForItsFirst_AndATurnHasItsBound()
    {
        var gathering = Of(most: 2);
        Task<bool>[] all = [gathering.AddAsync("x"), gathering.AddAsync("a1"), gathering.AddAsync("a2"), gathering.AddAsync("b"), gathering.AddAsync("c")];
        for (var turn = 0; turn < 3; turn++)
        {
            _gates[turn].SetResult();
            while (_gates.Count == turn + 1 && !all.All(task => task.IsCompleted))
            {
                await Task.Yield();
            }
        }

        await Task.WhenAll(all);
        Assert.Equal(["x", "a1 b", "a2 c"], _turns);
    }

    [Fact]
    public async Task ABadItem_FailsAlone()
    {
        var turns = new List<string>();
        var gate = new TaskCompletionSource();
        var gathering = new Gathering<string, char>(10, item => item[0], async items =>
        {
            turns.Add(string.Join(' ', items));
            await gate.Task;
            return items.Contains("bad") ? throw new InvalidOperationException("too heavy") : true;
        });
        Task<bool>[] all = [gathering.AddAsync("x"), gathering.AddAsync("good"), gathering.AddAsync("bad"), gathering.AddAsync("fine")];
        gate.SetResult();

        Assert.True(await all[0] && await all[1] && await all[3]);
        Assert.Equal("too heavy", (await Assert.ThrowsAsync<InvalidOperationException>(() => all[2])).Message);
        Assert.Equal(["x", "good bad fine", "good", "bad", "fine"], turns);
    }

    private Gathering<string, char> Of(int most) => new(most, item => item[0], async items =>
    {
        _turns.Add(string.Join(' ', items));
        var gate = new TaskCompletionSource();
        _gates.Add(gate);
        await gate.Task;
        return true;
    });

    private async Task OpenAsync(int turn, params Task<bool>[] done)
    {
        _gates[turn].SetResult();
        await Task.WhenAll(done);
    }
}
